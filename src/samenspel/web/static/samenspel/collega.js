/*
 * Een collega kiezen door de naam te typen: <input data-collega="/adres">, of <textarea data-collega> voor meer namen.
 * De server zoekt. Zonder dit bestand typt u een naam en zoekt de server bij het versturen.
 */
(() => {
  "use strict";

  const WACHT = 150;
  const KORTSTE = 2;
  let volgende = 0;

  function maak(soort, eigenschappen = {}, ...inhoud) {
    const element = document.createElement(soort);
    for (const [naam, waarde] of Object.entries(eigenschappen)) element.setAttribute(naam, waarde);
    element.append(...inhoud);
    return element;
  }

  /* Namen bij wat er getypt staat, in een lijst onder het vak; `kies` krijgt de gekozen naam. */

  function maakKeuzelijst(invoer, bron, kies) {
    const nummer = (volgende += 1);
    const lijst = maak("ul", { role: "listbox", id: `collegas-${nummer}`, class: "collegalijst", "aria-label": "Namen" });
    const status = maak("p", { role: "status", class: "collegastatus" });
    const kader = maak("div", { class: "collegakader" });
    let aanwezig = [];
    let actief = -1;
    let wachten = null;
    let vraag = null;

    invoer.replaceWith(kader);
    lijst.hidden = true;
    kader.append(invoer, lijst);
    kader.closest(".veld__invoer").after(status);
    for (const [naam, waarde] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": lijst.id,
      "aria-expanded": "false",
    })) {
      invoer.setAttribute(naam, waarde);
    }

    const zeg = (tekst) => {
      if (status.textContent !== tekst) status.textContent = tekst;
    };

    function wijs(plek) {
      actief = plek;
      [...lijst.children].forEach((regel, i) => regel.setAttribute("aria-selected", String(i === actief)));
      if (actief < 0) {
        invoer.removeAttribute("aria-activedescendant");
      } else {
        invoer.setAttribute("aria-activedescendant", lijst.children[actief].id);
        lijst.children[actief].scrollIntoView({ block: "nearest" });
      }
    }

    function sluit() {
      clearTimeout(wachten);
      if (vraag) vraag.abort();
      lijst.hidden = true;
      invoer.setAttribute("aria-expanded", "false");
      wijs(-1);
    }

    function toon(namen, meer) {
      aanwezig = namen;
      lijst.replaceChildren(
        ...namen.map((wie, i) => {
          const regel = maak("li", { role: "option", id: `${lijst.id}-${i}`, "aria-selected": "false" }, wie.naam);
          if (wie.team) regel.append(" ", maak("small", {}, wie.team));
          return regel;
        }),
      );
      actief = -1;
      invoer.removeAttribute("aria-activedescendant");
      lijst.hidden = !namen.length;
      invoer.setAttribute("aria-expanded", String(!lijst.hidden));
      if (!namen.length) zeg("Niemand gevonden. Controleer de schrijfwijze.");
      else if (meer) zeg(`De eerste ${namen.length} namen. Typ verder voor minder.`);
      else zeg(namen.length === 1 ? "1 naam gevonden." : `${namen.length} namen gevonden.`);
    }

    async function zoek() {
      const getypt = invoer.value.trim();
      if (vraag) vraag.abort();
      if (getypt.length < KORTSTE) {
        sluit();
        zeg("");
        return;
      }
      vraag = new AbortController();
      const gegevens = new URLSearchParams({
        q: getypt,
        kring: bron.dataset.kring,
        zonder: bron.dataset.zonder,
        csrfmiddlewaretoken: invoer.form.elements.csrfmiddlewaretoken.value,
      });
      try {
        const antwoord = await fetch(bron.dataset.collega, {
          method: "POST",
          body: gegevens,
          credentials: "same-origin",
          redirect: "error",
          signal: vraag.signal,
        });
        if (!antwoord.ok) throw new Error(String(antwoord.status));
        const { namen, meer } = await antwoord.json();
        if (document.activeElement === invoer) toon(namen, meer);
      } catch (fout) {
        // Zonder antwoord zoekt de server bij het versturen.
        if (fout.name === "AbortError") return;
        sluit();
        zeg("");
      }
    }

    function neem(plek) {
      const wie = aanwezig[plek];
      sluit();
      zeg("");
      kies(wie.label);
    }

    invoer.addEventListener("input", () => {
      clearTimeout(wachten);
      wachten = setTimeout(zoek, WACHT);
    });

    invoer.addEventListener("keydown", (gebeurtenis) => {
      const open = !lijst.hidden;
      const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
      if (stap) {
        gebeurtenis.preventDefault();
        if (!open) zoek();
        // Van de laatste via het vak zelf weer naar de eerste.
        else wijs(((actief + 1 + stap + aanwezig.length + 1) % (aanwezig.length + 1)) - 1);
      } else if (gebeurtenis.key === "Enter" && open && actief >= 0) {
        gebeurtenis.preventDefault();
        neem(actief);
      } else if (gebeurtenis.key === "Escape" && open) {
        gebeurtenis.preventDefault();
        gebeurtenis.stopPropagation();
        sluit();
      }
    });

    invoer.addEventListener("blur", sluit);
    lijst.addEventListener("mousedown", (gebeurtenis) => gebeurtenis.preventDefault());
    lijst.addEventListener("click", (gebeurtenis) => {
      const regel = gebeurtenis.target.closest("[role=option]");
      if (regel) neem([...lijst.children].indexOf(regel));
    });

    /* Enter zonder keuze: de enige naam, of de eerste om uit te kiezen. */
    function enter() {
      if (lijst.hidden) zoek();
      else if (aanwezig.length === 1) neem(0);
      else wijs(0);
    }

    return { zeg, enter };
  }

  /* De vraag wie er bedoeld werd, hoort bij wat er stond. */

  function vergeetVraag(veld) {
    const wie = veld.querySelector("[data-collega-wie]");
    if (wie) wie.remove();
  }

  function eenNaam(invoer) {
    const veld = invoer.closest(".veld");
    maakKeuzelijst(invoer, invoer, (naam) => {
      invoer.value = naam;
      invoer.dispatchEvent(new Event("change", { bubbles: true }));
      vergeetVraag(veld);
    });
    invoer.addEventListener("input", () => vergeetVraag(veld));
  }

  /* Meer namen: het tekstvak blijft wat er verstuurd wordt, de namen staan eronder met 'Weghalen'. */

  function meerNamen(vak) {
    const veld = vak.closest(".veld");
    const formulier = vak.form;
    const invoer = maak("input", {
      type: "text",
      class: "utrecht-textbox utrecht-textbox--html-input",
      autocomplete: "off",
      spellcheck: "false",
      dir: "auto",
    });
    for (const naam of ["aria-describedby", "aria-invalid"]) {
      if (vak.hasAttribute(naam)) invoer.setAttribute(naam, vak.getAttribute(naam));
    }
    invoer.id = vak.id;
    vak.id = `${vak.id}-namen`;
    vak.hidden = true;
    vak.before(invoer);
    veld.querySelectorAll("[data-zonder-script]").forEach((deel) => deel.remove());
    const namen = maak("ul", { class: "collegas" });
    vak.closest(".veld__invoer").after(namen);

    const regels = () => vak.value.split("\n").map((r) => r.trim()).filter(Boolean);

    function zet(nieuwe) {
      vak.value = nieuwe.join("\n");
      vergeetVraag(veld);
      vak.dispatchEvent(new Event("input", { bubbles: true }));
      toon();
    }

    function toon() {
      namen.hidden = !vak.value.trim();
      namen.replaceChildren(
        ...regels().map((naam, plek) => {
          const knop = maak(
            "button",
            { type: "button", class: "utrecht-button utrecht-button--subtle" },
            "Weghalen",
            maak("span", { class: "alleen-voorlezen" }, `: ${naam}`),
          );
          knop.addEventListener("click", () => {
            zet(regels().filter((_, i) => i !== plek));
            invoer.focus();
            lijst.zeg(`${naam} is weggehaald.`);
          });
          return maak("li", {}, maak("span", { dir: "auto" }, naam), knop);
        }),
      );
    }

    function voegToe(naam) {
      invoer.value = "";
      zet([...new Set([...regels(), naam])]);
      lijst.zeg(`${naam} staat erbij.`);
    }

    const lijst = maakKeuzelijst(invoer, vak, voegToe);
    invoer.addEventListener("keydown", (gebeurtenis) => {
      if (gebeurtenis.key !== "Enter" || gebeurtenis.defaultPrevented || !invoer.value.trim()) return;
      gebeurtenis.preventDefault();
      lijst.enter();
    });
    // Wat er nog staat, gaat mee: de server zoekt wie het is.
    formulier.addEventListener("submit", () => {
      if (invoer.value.trim()) voegToe(invoer.value.trim());
    }, true);
    toon();
  }

  function begin(deel) {
    for (const vak of deel.querySelectorAll("[data-collega]")) {
      if (vak.collegaKlaar) continue;
      vak.collegaKlaar = true;
      if (vak.tagName === "TEXTAREA") meerNamen(vak);
      else eenNaam(vak);
    }
  }

  begin(document);
  document.addEventListener("htmx:load", (gebeurtenis) => begin(gebeurtenis.target.parentElement || document));
})();
