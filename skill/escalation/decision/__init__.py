"""From a grounded extraction, a policy and a day to an assessment; pure, the same input gives the same output."""
