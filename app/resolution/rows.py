"""A dossier and its verdict as the row `loket decide` writes (contract of the command line)."""

from pydantic import JsonValue

from app.lookup.dossier import Dossier, Match
from app.resolution.verdict import PlannedStep, UsedFact, Verdict

Row = dict[str, JsonValue]


def subject(dossier: Dossier, verdict: Verdict) -> Row:
    """One subject of a message: who was meant, and what should happen."""
    return {
        "as_written": dossier.as_written,
        "match": _match(dossier.match),
        "verdict": _verdict(verdict),
    }


def _match(match: Match) -> Row:
    return {
        "status": match.status.value,
        "person_id": match.person.person_id if match.person else None,
        "candidates": [
            {
                "person_id": each.person.person_id,
                "score": round(each.score, 3),
                "because": list(each.reasons),
            }
            for each in match.candidates
        ],
        "because": list(match.because),
    }


def _verdict(verdict: Verdict) -> Row:
    source = verdict.source
    return {
        "remedy": verdict.remedy.value,
        "rule": verdict.rule,
        "rule_version": verdict.rule_version,
        "source": f"{source.title} <{source.url}>" if source.url else source.title,
        "source_key": source.key,
        "statement": source.statement,
        "facts": [_fact(each) for each in verdict.facts],
        "missing": [each.value for each in verdict.missing],
        "who_acts": verdict.who_acts.value,
        "promised_at": verdict.promised_at.isoformat() if verdict.promised_at else None,
        "urgent": verdict.urgent,
        "note": verdict.note,
        "because": [{"question": each.question, "answer": each.answer} for each in verdict.because],
        "steps": [_step(each) for each in verdict.steps],
    }


def _fact(fact: UsedFact) -> Row:
    return {
        "name": fact.name,
        "value": fact.value,
        "system": fact.system.value,
        "as_of": fact.as_of.isoformat() if fact.as_of else None,
        "fresh": fact.fresh,
        "row": fact.row,
        "decisive": fact.decisive,
    }


def _step(step: PlannedStep) -> Row:
    return {
        "action": step.action.value,
        "target": step.target,
        "before": dict(step.before),
        "after": dict(step.after),
        "automation": step.automation.value,
        "undo": step.undo,
        "not_before": step.not_before.isoformat() if step.not_before else None,
    }
