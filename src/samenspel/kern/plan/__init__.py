"""A plan as it was agreed on a day, and what changed between two of those."""

from samenspel.kern.plan.versies import DEELNAME, OPEN, Planregel, Verschil, verschil, volgende

__all__ = ["DEELNAME", "OPEN", "Planregel", "Verschil", "verschil", "volgende"]
