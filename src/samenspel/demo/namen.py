"""Invented first and last names for a crowd; combined by chance, so a likeness with anybody is chance too."""

VOORNAMEN = (
    *("Aaltje", "Abel", "Adil", "Aisha", "Amber", "Anouk", "Arjen", "Ayşe", "Bas", "Bilal", "Bram", "Chantal", "Chen"),
    *("Daphne", "Dewi", "Dirk", "Elif", "Emma", "Esther", "Fenna", "Floris", "Gerrit", "Hamza", "Hanna", "Hatice"),
    *("Ilse", "Imane", "Jaap", "Jelle", "Joëlle", "José", "Jurre", "Kaya", "Kim", "Koen", "Layla", "Lieke", "Luuk"),
    *("Maaike", "Malik", "Marleen", "Mees", "Mehmet", "Mila", "Nadia", "Noor", "Omar", "Petra", "Quinten", "Rachida"),
    *("Robin", "Romy", "Sanne", "Sem", "Senna", "Sjoerd", "Soraya", "Tess", "Thijs", "Tomasz", "Umut", "Vera", "Wanda"),
    *("Willem", "Xander", "Yara", "Youssef", "Zeynep", "Zoë"),
)

ACHTERNAMEN = (
    *("Aarts", "Aksoy", "Alblas", "Amrani", "Baars", "Bakker", "Balcı", "van den Berg", "Biesheuvel", "Boersma"),
    *("Bouazza", "van den Broek", "Çelik", "Chu", "van Dam", "Demir", "Dijkstra", "Doğan", "Eggink", "El Idrissi"),
    *("Erdem", "Faber", "Gelderblom", "Gonçalves", "de Groot", "Haddad", "van der Heijden", "Hoekstra", "Huisman"),
    *("Iwanowski", "Jansen", "Kaplan", "Keizer", "Klaassen", "Kowalska", "Kuipers", "van Leeuwen", "Lopes", "Maas"),
    *("de Man", "Meijerink", "Mohamed", "Mulder", "Nieuwenhuis", "Oosterveld", "Özdemir", "Peeters", "Pinas", "Postma"),
    *("Quist", "Ramdin", "Rijnders", "Roelofs", "Sahin", "Schouten", "Smeets", "Terpstra", "Tjon", "Uiterwijk"),
    *(
        "van Veen",
        "Verhoeven",
        "Vermeulen",
        "Vink",
        "de Vries",
        "Wiersma",
        "Willemsen",
        "Yıldız",
        "Zandstra",
        "Zijlstra",
    ),
)
