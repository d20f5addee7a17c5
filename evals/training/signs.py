"""Which features speak for more and which for less, by what their words mean: nothing here is fitted."""

from __future__ import annotations

from typing import Final

from escalation.policy.terms import Code
from escalation.readers.offline.words import word_set

MORE: Final[dict[Code, frozenset[str]]] = {
    "CI": word_set("""
        cue_process harm_work harm_all harm_now harm_alone cue_unbearable cue_stakes cue_beyond_us cue_stops
        cue_fails cue_wrong_data cue_all cue_public cue_money cue_danger cue_by_hand cue_heavy cue_today cue_grows
        cue_deadline cue_secret cue_official cue_silence cue_leaders cue_repeats stands_still blocked unable
        exposed hours_lost disrupted no_way_round growing damage safety grave acute core_business scale regulatory
        hard_way_round launch privacy security
    """),
    "TS": word_set("""
        cue_process harm_work harm_all harm_now harm_alone cue_unbearable cue_stakes cue_beyond_us cue_stops
        cue_fails cue_today cue_deadline cue_grows cue_danger cue_public cue_money cue_heavy cue_days cue_all
        cue_by_hand cue_official cue_leaders growing daily hour_due at_once soon urgent acute safety privacy
        security stands_still blocked unable regulatory launch exposed damage grave no_way_round due_solution
        soon_solution soon_possible
    """),
    "CC": word_set("""
        harm_others harm_alone cue_beyond_us cue_stakes cue_unbearable cue_silence cue_refused cue_engineers
        cue_approval cue_leaders cue_unknown cue_repeats cue_leaving cue_official cue_secret cue_danger cue_stops
        cue_fails cue_heavy cue_money cue_support_on_it surely_above waits_in_vain tried_in_vain cause_unknown
        not_mine decision_above needs_request legal churn_notice executive_escalation regulatory privacy security
        safety sla_breach stands_still blocked usual_time money_dispute repeats trust
    """),
}
LESS: Final[dict[Code, frozenset[str]]] = {
    "CI": word_set("""
        cue_waits_well cue_closed_by_us harm_little cue_looks cue_question cue_well cue_small cue_way_round cue_few
        cue_weeks cue_i_can trifle cosmetic slight easy_way_round goes_on one_person no_rush bearable solves_alone
        calm simple_way feature_wish
    """),
    "TS": word_set("""
        cue_waits_well cue_closed_by_us harm_little cue_weeks cue_looks cue_question cue_well cue_small cue_few
        cue_i_can cue_way_round no_rush calm bearable trifle cosmetic goes_on slight easy_way_round solves_alone
        simple_way one_person
    """),
    "CC": word_set("""
        cue_waits_well cue_closed_by_us harm_little cue_i_can cue_question cue_looks cue_well cue_small cue_few
        solves_alone simple_way has_authority trifle cosmetic goes_on no_rush calm easy_way_round bearable
        one_person slight needs_answer
    """),
}
