"""Which remedies each rule can give, in any of its versions."""

from app.resolution.policy import RULES
from models.vocabulary import Remedy

GIVES: dict[Remedy, tuple[str, ...]] = {
    remedy: tuple(
        rule.id
        for rule in RULES.values()
        if any(remedy in version.remedies for version in rule.versions)
    )
    for remedy in Remedy
}
PAIRS = [(remedy, rule) for remedy, rules in GIVES.items() for rule in rules]
