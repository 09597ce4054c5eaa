"""Who is who, as asked: ties, contacts that tie too many, customers found, decisions; nothing beyond the scope."""

from datetime import date, datetime

from data import identity
from queries import customers, records

EVENING = datetime(2026, 11, 21, 20)
DAY = date(2026, 11, 21)


def contact(shop, key: int, kind: str, value: str | None) -> None:
    shop.insert("contacts", contact_key=key, kind=kind, value=value, state="valid")


def meet(shop, key: int, customer: str, *, store: str = "S", holder: str = "Li", day: date = DAY) -> None:
    """What the import keeps of a customer."""
    shop.insert("customer_state", store=store, customer_key=key, customer=customer, holder=holder, last_touch_on=day)


def tie(shop, phone: int, wechat: int, *, batch: int = 0) -> None:
    """A row of an upload with both; the customer is the one with the smaller key."""
    shop.insert("links", batch_id=batch, one_key=phone, other_key=wechat)
    with shop.store.write("test") as connection:
        connection.execute("delete from raw.customer_map where contact_key = $1", [max(phone, wechat)])
        connection.execute("insert into raw.customer_map values ($1, $2)", [max(phone, wechat), min(phone, wechat)])


def crowd(shop) -> None:
    """One WeChat id (10) with two phones (20, 21), one of them in two uploads; and a customer of the next store."""
    contact(shop, 10, "wechat", "dianzhang")
    contact(shop, 20, "phone", "13800138001")
    contact(shop, 21, "phone", "13800138002")
    contact(shop, 30, "phone", "13900138001")
    shop.insert("batches", batch_id=1)
    tie(shop, 20, 10)
    tie(shop, 20, 10, batch=1)
    tie(shop, 21, 10)
    meet(shop, 10, "李小红")
    meet(shop, 30, "李大海", store="T", day=date(2026, 11, 20))


def test_ties_say_how_many_uploads_make_them(shop) -> None:
    crowd(shop)
    columns = ("one_key", "other_key", "phone", "wechat", "uploads")
    assert shop.ask("records/ties", *columns, customer=10) == [
        (20, 10, "138****8001", "di***g", 2),
        (21, 10, "138****8002", "di***g", 1),
    ]
    assert shop.ask("records/ties", customer=30) == []
    assert shop.ask("records/ties", customer=10, scope=("T",)) == []


def test_a_wechat_id_is_crowded_from_so_many_phones_on(shop) -> None:
    crowd(shop)
    columns = ("store", "customer_key", "wechat_key", "wechat", "phones")
    assert shop.ask("records/crowded_contacts", *columns, least=2) == [("S", 10, 10, "di***g", 2)]
    assert shop.ask("records/crowded_contacts", *columns, least=3) == []
    assert shop.ask("records/crowded_contacts", *columns, least=2, scope=("T",)) == []


def test_customers_are_found_by_a_part_of_the_name_or_the_end_of_a_phone(shop) -> None:
    crowd(shop)
    both = ("S", "T")
    found = {
        words: shop.ask("customers/found", "customer", "ties", scope=both, words=words, most=9)
        for words in ("李", "大海", "8002", "8001", "1380", "%", "诸葛")
    }
    assert found == {
        "李": [("李小红", 2), ("李大海", 0)],  # met on the 21st, on the 20th
        "大海": [("李大海", 0)],
        "8002": [("李小红", 2)],
        "8001": [("李小红", 2), ("李大海", 0)],
        "1380": [],
        "%": [],
        "诸葛": [],
    }
    assert shop.ask("customers/found", "customer", words="8001", most=9) == [("李小红",)]
    assert len(shop.ask("customers/found", "customer", scope=both, words="李", most=1)) == 1


def test_a_customer_is_shown_with_masked_contacts_also_in_the_name(shop) -> None:
    crowd(shop)
    contact(shop, 40, "phone", "13700137001")
    meet(shop, 40, "王13700137001女士")
    found = customers.found(shop.store, ["S"], words="7001", most=9)
    assert found["customer"].tolist() == ["王137****7001女士"]
    assert [list(shown) for shown in found["contacts"]] == [["137****7001"]]


def test_decisions_are_told_the_newest_first_with_the_names_they_were_made_under(shop) -> None:
    crowd(shop)
    pairs = [identity.Pair("S", 20, 10), identity.Pair("S", 10, 21)]
    assert identity.decide(shop.store, "split", pairs, at=EVENING, user="boss") == [1, 2]
    identity.take_back(shop.store, [1], at=EVENING, user="boss")
    columns = ("decision_id", "user_name", "action", "one", "one_contact", "other_contact", "voided_at")
    # The second was named the other way round; rows tie the phone to the WeChat id.
    with shop.store.write("test") as connection:  # the rows that the customers are made of are not in this store
        connection.execute("delete from raw.customer_state")
    meet(shop, 10, "李小红")
    meet(shop, 21, "张建国")
    assert shop.ask("records/decisions", *columns, most=9) == [
        (2, "boss", "split", "李小红", "138****8002", "di***g", None),
        (1, "boss", "split", "李小红", "138****8001", "di***g", EVENING),
    ]
    assert len(shop.ask("records/decisions", *columns, most=1)) == 1
    assert shop.ask("records/decisions", *columns, most=9, scope=("T",)) == []


def test_offers_are_a_table_with_a_column_for_everything_of_either(shop) -> None:
    contact(shop, 1, "phone", "13800138001")
    contact(shop, 2, "wechat", "lily_88")
    meet(shop, 1, "李小红")
    meet(shop, 2, "李小红(家电)", day=date(2026, 11, 19))
    found = records.offers(shop.store, ["S"])
    assert found.drop(columns=["one_touched_on", "other_touched_on"]).to_dict("records") == [
        {
            "store": "S",
            "reason": "same_name",
            "one_key": 1,
            "one_customer": "李小红",
            "one_contacts": "138****8001",
            "one_holder": "Li",
            "other_key": 2,
            "other_customer": "李小红(家电)",
            "other_contacts": "li***8",
            "other_holder": "Li",
        }
    ]
    assert list(records.offers(shop.store, []).columns) == list(found.columns)
