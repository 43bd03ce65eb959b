/*
 * Kleine hulp bij de pagina's van Samenspel. Alles werkt ook zonder dit bestand:
 * concepten bewaren, niet twee keer versturen, menu's sluiten, de klok in het overleg.
 */
(() => {
  "use strict";

  const WACHT_NA_TYPEN = 1500;
  const WACHT_NA_FOUT = 10000;

  /* Concepten: <form data-concept="/adres"> stuurt zijn velden, ook als de pagina verdwijnt. */

  function velden(formulier) {
    const gegevens = new URLSearchParams();
    for (const [naam, waarde] of new FormData(formulier)) {
      if (typeof waarde === "string") gegevens.append(naam, waarde);
    }
    return gegevens;
  }

  function tijd() {
    const nu = new Date();
    return `${nu.getHours()}:${String(nu.getMinutes()).padStart(2, "0")}`;
  }

  function bewaarOnderweg(formulier) {
    if (formulier.conceptKlaar) return;
    formulier.conceptKlaar = true;
    const adres = formulier.dataset.concept;
    const status = formulier.querySelector("[data-concept-status]");
    let wachten = null;
    let laatst = velden(formulier).toString();

    const zeg = (tekst) => {
      if (status && status.textContent !== tekst) status.textContent = tekst;
    };

    const plan = (na) => {
      clearTimeout(wachten);
      wachten = setTimeout(bewaar, na);
    };

    async function bewaar() {
      clearTimeout(wachten);
      const gegevens = velden(formulier);
      const nieuw = gegevens.toString();
      if (nieuw === laatst || formulier.dataset.bezig) return;
      try {
        const antwoord = await fetch(adres, {
          method: "POST",
          body: gegevens,
          credentials: "same-origin",
          redirect: "manual",
          headers: { "X-Requested-With": "XMLHttpRequest" },
        });
        if (antwoord.ok) {
          laatst = nieuw;
          zeg(`Concept bewaard ${tijd()}`);
        } else if (antwoord.type === "opaqueredirect" || antwoord.status === 403) {
          zeg("Niet bewaard: u bent afgemeld. Kopieer uw tekst en meld u opnieuw aan.");
        } else if (antwoord.status === 409) {
          zeg("Een ander heeft dit ook gewijzigd. Bij opslaan kiest u welke tekst blijft.");
        } else {
          throw new Error(String(antwoord.status));
        }
      } catch {
        zeg("Nog niet bewaard. We proberen het zo opnieuw.");
        plan(WACHT_NA_FOUT);
      }
    }

    function bewaarBijVertrek() {
      const gegevens = velden(formulier);
      const nieuw = gegevens.toString();
      if (nieuw === laatst || formulier.dataset.bezig) return;
      if (navigator.sendBeacon(adres, gegevens)) {
        clearTimeout(wachten);
        laatst = nieuw;
      }
    }

    formulier.addEventListener("input", () => plan(WACHT_NA_TYPEN));
    formulier.addEventListener("change", () => plan(WACHT_NA_TYPEN));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && formulier.isConnected) bewaarBijVertrek();
    });
    window.addEventListener("pagehide", () => {
      if (formulier.isConnected) bewaarBijVertrek();
    });
  }

  /* Niet twee keer versturen. */

  function vrijgeven(formulier) {
    delete formulier.dataset.bezig;
    for (const knop of formulier.querySelectorAll("button[aria-busy]")) {
      knop.disabled = false;
      knop.removeAttribute("aria-busy");
    }
  }

  document.addEventListener("submit", (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (formulier.method !== "post") return;
    if (formulier.dataset.bezig) {
      gebeurtenis.preventDefault();
      gebeurtenis.stopImmediatePropagation();
      return;
    }
    formulier.dataset.bezig = "ja";
    const knop = gebeurtenis.submitter;
    // Pas na het versturen uitzetten: anders gaat de waarde van de knop niet mee.
    setTimeout(() => {
      if (gebeurtenis.defaultPrevented && !formulier.matches("[hx-post], [data-hx-post]")) {
        vrijgeven(formulier);
      } else if (knop) {
        knop.setAttribute("aria-busy", "true");
        knop.disabled = true;
      }
      // Een bestand komt erbij, de pagina blijft staan: daarna kan het formulier nog eens.
      if (formulier.hasAttribute("data-bestand")) setTimeout(() => vrijgeven(formulier), 2000);
    });
  }, true);

  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-bezig]").forEach(vrijgeven);
  });

  document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
    const formulier = gebeurtenis.target.closest("form");
    if (formulier) vrijgeven(formulier);
  });

  /* Menu's en vragen sluiten met Escape; menu's ook met een klik ernaast. */

  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.menu[open], details.zeker[open]")) {
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", (gebeurtenis) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(gebeurtenis.target)) menu.open = false;
    }
    const sluit = gebeurtenis.target.closest("[data-sluit]");
    if (sluit) {
      const vraag = sluit.closest("details");
      vraag.open = false;
      vraag.querySelector("summary").focus();
    }
  });

  /* Klok in het overleg. */

  function maakKlok(klok) {
    if (klok.klokKlaar) return;
    klok.klokKlaar = true;
    const geheel = Math.round(Number(klok.dataset.timerMinuten) * 60);
    const stand = klok.querySelector("[data-timer-stand]");
    const melding = klok.querySelector("[data-timer-melding]");
    const start = klok.querySelector('[data-timer="start"]');
    const knoptekst = start.firstChild;
    let over = geheel;
    let einde = null;
    let tik = null;

    function toon() {
      const rest = Math.abs(over);
      const tekst = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
      stand.textContent = over < 0 ? `+${tekst}` : tekst;
      klok.classList.toggle("klok--op", over <= 0);
      const zin = over <= 0 ? "De tijd is om." : "";
      if (melding.textContent !== zin) melding.textContent = zin;
    }

    function pauze() {
      clearInterval(tik);
      tik = null;
      knoptekst.textContent = over === geheel ? "Start" : "Verder";
    }

    start.addEventListener("click", () => {
      if (tik) {
        pauze();
        return;
      }
      einde = Date.now() + over * 1000;
      knoptekst.textContent = "Pauze";
      tik = setInterval(() => {
        over = Math.round((einde - Date.now()) / 1000);
        toon();
      }, 500);
    });

    klok.querySelector('[data-timer="opnieuw"]').addEventListener("click", () => {
      over = geheel;
      pauze();
      toon();
    });

    klok.querySelector("[data-timer-knoppen]").hidden = false;
    toon();
  }

  /* Tekst kopiëren: <button data-kopieer="id van het tekstvak" hidden>. */

  function maakKopieerknop(knop) {
    const vak = document.getElementById(knop.dataset.kopieer);
    const status = document.querySelector("[data-kopie-status]");
    if (!vak || !navigator.clipboard) return;
    knop.hidden = false;
    knop.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(vak.value);
        status.textContent = "Gekopieerd.";
      } catch {
        vak.select();
        status.textContent = "De tekst is gekozen. Kopieer hem met Ctrl en C.";
      }
    });
  }

  function begin(deel) {
    deel.querySelectorAll("[data-kopieer]").forEach(maakKopieerknop);
    deel.querySelectorAll("form[data-concept]").forEach(bewaarOnderweg);
    deel.querySelectorAll("[data-timer-minuten]").forEach(maakKlok);
    deel.querySelectorAll("[data-sluit][hidden]").forEach((knop) => {
      knop.hidden = false;
    });
    const fouten = deel.querySelector("[data-foutenoverzicht]");
    if (fouten) fouten.focus();
  }

  begin(document);
  document.addEventListener("htmx:load", (gebeurtenis) => begin(gebeurtenis.target.parentElement || document));
})();
