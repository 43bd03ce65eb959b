"""Makes the database itself refuse to change or remove what is only ever added to.

A migration that rebuilds one of these tables on SQLite (any AlterField) drops its triggers: end it with `zet_triggers`.
"""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

__all__ = ["haal_triggers_weg", "weg_sql", "zet_sql", "zet_triggers"]

ALLEEN_TOEVOEGEN = (
    "casus_gebeurtenis",
    "casus_werkwijzeversie",
    "signaal_signaalgebeurtenis",
    "organisatie_beheerdaad",
)
MELDING = "Hier wordt alleen toegevoegd: wat er staat, verandert niet en gaat niet weg."
HANDELINGEN = ("UPDATE", "DELETE")

_FUNCTIE = f"""
CREATE OR REPLACE FUNCTION samenspel_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{MELDING}' USING ERRCODE = 'restrict_violation';
END $$
"""


def zet_sql(vendor: str, tabellen: Sequence[str] = ALLEEN_TOEVOEGEN) -> list[str]:
    """The statements that set the triggers that aren't there, for SQLite or PostgreSQL."""
    if vendor == "postgresql":
        return [_FUNCTIE, *(_postgres(tabel) for tabel in tabellen)]
    return [_sqlite(tabel, handeling) for tabel in tabellen for handeling in HANDELINGEN]


def weg_sql(vendor: str) -> list[str]:
    """The statements that take the triggers away again."""
    if vendor == "postgresql":
        triggers = [f"DROP TRIGGER IF EXISTS {tabel}_blijft ON {tabel}" for tabel in ALLEEN_TOEVOEGEN]
        return [*triggers, "DROP FUNCTION IF EXISTS samenspel_alleen_toevoegen()"]
    return [
        f"DROP TRIGGER IF EXISTS {tabel}_geen_{handeling.lower()}"
        for tabel in ALLEEN_TOEVOEGEN
        for handeling in HANDELINGEN
    ]


def zet_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Set the triggers, in a migration, on the tables that are there by then."""
    er_zijn = editor.connection.introspection.table_names()
    tabellen = [tabel for tabel in ALLEEN_TOEVOEGEN if tabel in er_zijn]
    for opdracht in zet_sql(editor.connection.vendor, tabellen):
        editor.execute(opdracht, params=None)


def haal_triggers_weg(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away again, in a migration."""
    for opdracht in weg_sql(editor.connection.vendor):
        editor.execute(opdracht, params=None)


def _postgres(tabel: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {tabel}_blijft BEFORE UPDATE OR DELETE ON {tabel}"
        " FOR EACH ROW EXECUTE FUNCTION samenspel_alleen_toevoegen()"
    )


def _sqlite(tabel: str, handeling: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {tabel}_geen_{handeling.lower()} BEFORE {handeling} ON {tabel}"
        f" BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
    )
