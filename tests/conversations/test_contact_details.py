"""What is pointed out before it is sent, and what passes unnoticed: sentences as people write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.conversations.rules.contact_details import Contact, contacts_in, is_iban

PHONES = [
    "Mon numéro : 06 12 34 56 78",
    "Appelez-moi au 06.12.34.56.78 ce soir",
    "0612345678",
    "tél. 0612 345 678",
    "06-12-34-56-78 merci",
    "06/12/34/56/78",
    "0 6 1 2 3 4 5 6 7 8",
    "+33 6 12 34 56 78",
    "+33 (0)6 12 34 56 78",
    "00 33 6 12 34 56 78",
    "fixe : 02 40 12 34 56",
    "０６ １２ ３４ ５６ ７８",  # noqa: RUF001 - wide digits
    "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "O6 12 34 56 78",
    "zéro six douze trente-quatre cinquante-six soixante-dix-huit",
    "c'est le zéro six 12 34 56 78",
    "zéro sept, quatre-vingt-douze, trente, onze, vingt",
    "WhatsApp me on +44 7911 123456",
    "my mobile is 07911 123456",
    "oh seven nine one one, one two three four five six",
    "call (415) 555-2671",
    "415-555-2671",
    "+1 415 555 2671",
    "Meine Nummer: +49 30 123456",
]
EMAILS = [
    "lea@example.org",
    "écrivez à lea.moreau+paella@laposte.net",
    "lea @ gmail.com",
    "lea.moreau arobase gmail point com",
    "lea (at) gmail.com",
    "lea at gmail dot com",
    "ben [at] outlook [dot] fr",
]
IBANS = [
    "FR76 3000 6000 0112 3456 7890 189",
    "Voici mon IBAN FR7630006000011234567890189, merci",
    "fr76-3000-6000-0112-3456-7890-189",
    "DE89 3704 0044 0532 0130 00 please",
    "GB82 WEST 1234 5698 7654 32",
    "BE68 5390 0754 7034",
]
LINKS = [
    ("payez par paypal.me/leamoreau", Contact.PAYMENT),
    ("https://www.paypal.com/paypalme/lea", Contact.PAYMENT),
    ("https://revolut.me/lea", Contact.PAYMENT),
    ("buy.stripe.com/abc123", Contact.PAYMENT),
    ("https://wa.me/33612345678", Contact.MESSENGER),
    ("on t.me/ben_cooks", Contact.MESSENGER),
]
HARMLESS = [
    "Bonjour ! Nous serons quatre, samedi 28 novembre à 19 h 30.",
    "25 000 € pour trois ans, c'est trop.",
    "Le prix est de 1 234 567,89 € ou 28,50 € par personne.",
    "le 01/02/2026 pour 03 personnes",
    "01.02.2026 18.30",
    "2026-11-28 à 19:30, jusqu'à 22:15",
    "J'habite à 44000 Nantes, avant c'était 01000 puis 01500.",
    "01000 01500",
    "200 g de farine, 3 œufs, 50 cl de lait, 1 pincée de sel",
    "Il faut deux œufs, trois tomates, un oignon et quatre gousses d'ail.",
    "zéro gluten, six couverts, deux enfants",
    "de 09h30 à 10h30 puis de 11h00 à 12h00",
    "09.30-10.30-11.30",
    "les 06/12 07/12 08/12 et 09/12",
    "1 kg 500, 2,5 l, 180 °C pendant 45 min",
    "Réservation K7M2P9QX, bus 06, arrêt 12",
    "mon IBAN est FR76 3000 6000 0112 3456 7890 188 (faux)",
    "FR76, c'est le début de tous les comptes français",
    "Dinner for 4 at 19:30, £28 each, £112 in all.",
    "We are 2 adults and 3 children aged 4, 7 and 11.",
    "Look at marmiton.fr for the recipe",
    "https://www.example.org/recipes/1234567",
    "We meet at home. Me and my wife look forward to it.",
    "10 km in 55 min, then 5 x 400 m with 90 s rest",
    "3 x 12 squats, 4 x 10 push-ups, 60 kg",
    "Run 5 km, 10 km or 21.1 km",
    "pH 7.4, 120/80, pulse 64",
    "between 1995 and 2024 I cooked in 12 kitchens",
    "Rendez-vous au 12 rue des Cuisiniers, 2e étage, code demain",
    "Digicode, porte 3, étage 06",
    "On se retrouve à 18h15 quai 07, train 8912",
    "Merci beaucoup, à bientôt !",
    "un, deux, trois, soleil",
    "six personnes, sept peut-être, huit au plus",
    "0,5 l de crème et 0,25 l de lait",
    "20 000 pas par jour, 2 500 kcal",
    "ISBN 978-2-07-036822-8",
    "du 24/12/2026 au 02/01/2027 je suis absente",
    "100 g, 200 g, 300 g ou 400 g",
    "+ 2 personnes si possible",
]


@pytest.mark.parametrize("text", PHONES)
def test_a_telephone_number_is_seen(text):
    assert Contact.PHONE in contacts_in(text)


@pytest.mark.parametrize("text", EMAILS)
def test_an_address_is_seen(text):
    assert Contact.EMAIL in contacts_in(text)


@pytest.mark.parametrize("text", IBANS)
def test_a_bank_account_is_seen(text):
    assert Contact.IBAN in contacts_in(text)


@pytest.mark.parametrize(("text", "kind"), LINKS)
def test_a_link_that_leads_away_is_seen(text, kind):
    assert kind in contacts_in(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_people_write_about_meals_and_sessions_passes(text):
    assert contacts_in(text) == frozenset()


@given(
    digits=st.text("0123456789", min_size=8, max_size=8),
    first=st.sampled_from("123456789"),
    mark=st.sampled_from(["", " ", ".", "-"]),
)
@settings(max_examples=100)
def test_any_french_number_is_seen_however_it_is_grouped_in_pairs(digits, first, mark):
    number = mark.join([f"0{first}", *(digits[i : i + 2] for i in range(0, 8, 2))])

    assert Contact.PHONE in contacts_in(f"Appelez le {number} après 18 h.")


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    day=st.integers(1, 28),
    month=st.integers(1, 12),
    price=st.integers(1, 99_999),
    people=st.integers(1, 12),
)
@settings(max_examples=100)
def test_no_date_price_or_number_of_people_is_taken_for_one(
    hour, minute, day, month, price, people
):
    text = (
        f"Le {day:02}/{month:02}/2027 à {hour:02}h{minute:02}, {people} personnes, {price} €. "
        f"On {day}.{month}.2027 at {hour:02}:{minute:02}, £{price / 100:.2f} for {people}."
    )

    assert contacts_in(text) == frozenset()


@given(account=st.text("0123456789", min_size=23, max_size=23))
@settings(max_examples=100)
def test_a_wrong_check_digit_is_no_account(account):
    check = 98 - int(account + "152700") % 97  # FR00 moved behind
    right, wrong = f"FR{check:02}{account}", f"FR{(check + 1) % 100:02}{account}"

    assert is_iban(right)
    assert not is_iban(wrong)


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_anything_can_be_looked_at(text):
    assert isinstance(contacts_in(text), frozenset)
