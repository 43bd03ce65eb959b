"""What somebody typed and did not finish, and which requests were carried out already."""

import uuid

from django.db import models

from samenspel.organisatie.basis import Rij, VanGemeente

__all__ = ["Concept", "LosConcept", "Verzoek"]


class Concept(Rij):
    """A draft, encrypted, of one writer; `sleutel` names the form (route and ids), never a person."""

    account = models.ForeignKey("organisatie.Account", on_delete=models.CASCADE)
    sleutel = models.CharField(max_length=250)
    inhoud = models.BinaryField()
    bewaard_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "sleutel"], name="concept_uniek")]


class LosConcept(Rij):
    """What was sent with an expired login or a stale token: given back to the same account after login."""

    account = models.ForeignKey("organisatie.Account", on_delete=models.CASCADE)
    sleutel_token = models.CharField(max_length=64, unique=True)
    inhoud = models.BinaryField()
    pad = models.CharField(max_length=500)
    op = models.DateTimeField(db_index=True)


class Verzoek(VanGemeente):
    """A request that was carried out, under the id that the form was given: a repeat finds its outcome here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("organisatie.Account", on_delete=models.CASCADE)
    uitkomst_pad = models.CharField(max_length=500, blank=True, default="")
    op = models.DateTimeField(db_index=True)
