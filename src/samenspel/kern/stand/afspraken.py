"""Who may change the plan and tick an action off, in a traject or apart from one: the sentence that refuses it."""


def weigering_plan(*, regie: bool) -> str:
    """Why somebody can't change the plan of a household; empty where they can. `regie`: they run the dossier."""
    return "" if regie else "Het plan wijzigen kan alleen de contactpersoon van het huishouden."


def weigering_afronden(*, eigen: bool, regie: bool) -> str:
    """Why somebody can't tick an action off or reopen it; empty where they can. `eigen`: it is theirs to do."""
    return "" if eigen or regie else "Afronden kan wie de actie doet, of de contactpersoon van het huishouden."


def weigering_wijzigen(*, zelf: bool, regie: bool, van_inwoner: bool = False) -> str:
    """Why somebody can't change an action or let it lapse; empty where they can.

    `zelf`: they took it upon themselves; `van_inwoner`: a resident wrote it down, whose words nobody writes over.
    """
    if van_inwoner and not zelf:
        return "Dit schreef de inwoner zelf op. Alleen die verandert het."
    return "" if zelf or regie else "Wijzigen kan wie dit zelf op zich nam, of de contactpersoon van het huishouden."
