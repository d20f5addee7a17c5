"""Whether notes are in English, and which other language they look like."""
# ruff: noqa: PLR2004 - shares of words tell languages apart.

from __future__ import annotations

from typing import Final

from escalation.readers.offline.patterns import Pattern
from escalation.readers.offline.words import word_set

_COMMON: Final[dict[str, frozenset[str]]] = {
    "English": word_set("""
        the and to of a in is it that for on with they we i you he she was are this have has not be at as but
        from by can will no so their our them an or if since who what when out up all been were would had her
        his about just do did don't can't it's
    """),
    "German": word_set("""
        der die das und ist nicht wir sie ein eine einen einem den dem mit auf für von zu im wird haben hat es
        auch sich noch aber bei seit kein keine nach über oder wurde werden kann können sind dass uns ihr ihre
        als wie am aus nur schon bis
    """),
    "French": word_set("""
        le la les et est une des du pas nous vous ils elle pour avec dans sur que qui au aux ne ce cette leur
        depuis mais plus sont ont été notre votre par être avoir fait peut tout très ces son sa ses
    """),
    "Spanish": word_set("""
        el la los las y es un una no nos con para por que del se su desde pero más son está están han ha como
        lo al les muy ya sin sobre hay puede nuestro nuestra cliente esta este
    """),
    "Italian": word_set("""
        il lo la gli e è un una non ci con per che del della di si suo dal ma più sono hanno ha come al le
        molto già senza anche questo questa dei delle nel nella può cliente
    """),
    "Portuguese": word_set("""
        o os as e é um uma não nos com para por que do da dos das se seu desde mas mais são está estão têm tem
        como ao muito já sem também este esta pode cliente foi na em
    """),
    "Dutch": word_set("""
        de het een en is niet wij we zij ze met op voor van te in wordt hebben heeft er ook zich nog maar bij
        sinds geen naar over of werd kan zijn dat ons hun als aan uit al tot om dit die
    """),
    "Swedish": word_set("""
        och är att det inte en ett vi de med på för av som har till den kan men sedan från så om var ska ingen
        deras
    """),
    "Danish or Norwegian": word_set("""
        og er at det ikke en et vi de med på for av af som har til den kan men siden fra så om var skal ingen
        deres
    """),
    "Polish": word_set("""
        i w na nie jest się z do że to o jak od po ale są ma przez dla oraz już tylko co przy nas klient
    """),
    "Finnish": word_set("""
        ja on ei se että he me ovat mutta kun niin kuin joka oli voi myös vain asiakas
    """),
    "Czech": word_set("""
        a je se na v že to nejde s z do ale jsou má jak od po pro nebo už jen zákazník není
    """),
}
_SCRIPTS: Final = (
    (Pattern("[\u3040-\u30ff]"), "Japanese"),
    (Pattern("[\uac00-\ud7af]"), "Korean"),
    (Pattern("[\u4e00-\u9fff]"), "Chinese"),
    (Pattern("[\u0400-\u04ff]"), "a language in Cyrillic script"),
    (Pattern("[\u0600-\u06ff]"), "Arabic or Persian"),
    (Pattern("[\u0590-\u05ff]"), "Hebrew"),
    (Pattern("[\u0370-\u03ff]"), "Greek"),
    (Pattern("[\u0e00-\u0e7f]"), "Thai"),
    (Pattern("[\u0900-\u097f]"), "Hindi"),
)
_WORD: Final = Pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_MOST: Final = 40_000


def foreign(lower: str) -> str | None:
    """The language that ``lower`` looks like where it is not English; None where it is, or too short to say."""
    sample = lower[:_MOST]
    words = _WORD.re.findall(sample)
    latin = sum(word[0].isascii() or word[0] < "\u0250" for word in words)
    for script, language in () if sample.isascii() or latin > len(sample) // 8 else _SCRIPTS:
        count = len(script.re.findall(sample))
        if count > 20 and count > latin * 2:
            return language
    if len(words) < 6:
        return None
    shares = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    best = max(shares, key=lambda language: shares[language])
    if best == "English" or shares[best] < max(3, len(words) * 0.12) or shares["English"] * 1.6 >= shares[best]:
        return None
    return best
