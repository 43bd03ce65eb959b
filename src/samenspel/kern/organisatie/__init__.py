"""Who may be given which rol or taak."""

from samenspel.kern.organisatie.benoemen import weiger_botsing, weiger_regie, weiger_zelf

__all__ = ["weiger_botsing", "weiger_regie", "weiger_zelf"]
