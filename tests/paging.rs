//! Lists page by page, from servers of a few hundred elements: each element once, and an end.
//!
//! The servers do what the recorded ones do: they count stored messages and list their pieces, take
//! cursors by the order or by age, and return the middle of a stretch between two cursors.

use std::collections::BTreeSet;

use letta_types::{
    LettaMessage, ListAllMessages, ListMessagesForStep, ListSteps, MessageType, SortOrder, Step,
    json::{self, Tolerant},
    operation::{Operation, Paged, Pages, SeenOtids},
};
use serde_json::{Value, json};
use support::operations::Address;

/// What a request asks of a list.
struct Asked {
    after: Option<String>,
    before: Option<String>,
    ascending: bool,
    limit: usize,
    types: Vec<String>,
}

impl Asked {
    fn parse(path: &str, ascending: bool, limit: usize) -> Self {
        let query = Address::parse(path).query;
        let one = |name: &str| {
            let mut values = query.iter().filter(|(own, _)| own == name);
            let value = values.next().map(|(_, value)| value.clone());
            assert!(values.next().is_none(), "{path}: {name} twice");
            value
        };
        Self {
            after: one("after"),
            before: one("before"),
            ascending: one("order").map_or(ascending, |order| order == "asc"),
            limit: one("limit").map_or(limit, |text| text.parse().expect("a number")),
            types: query
                .iter()
                .filter(|(own, _)| own == "include_return_message_types")
                .map(|(_, value)| value.clone())
                .collect(),
        }
    }
}

/// A list of stored elements, the oldest first.
struct Server {
    ids: Vec<String>,
}

impl Server {
    fn new(kind: &str, count: usize) -> Self {
        // Not in the order of their age, as UUIDs aren't.
        let ids = (0..count).map(|age| format!("{kind}-{:04}", age * 7919 % 10_000));
        Self { ids: ids.collect() }
    }

    fn age(&self, id: &str) -> usize {
        let found = self.ids.iter().position(|own| own == id);
        found.unwrap_or_else(|| panic!("404: no {id}"))
    }

    /// Ages of what is listed: cursors are relative to the order.
    fn by_order(&self, asked: &Asked) -> Vec<usize> {
        let mut ages: Vec<usize> = (0..self.ids.len()).collect();
        if !asked.ascending {
            ages.reverse();
        }
        let bound = |id: &Option<String>| id.as_ref().map(|id| self.age(id));
        match (bound(&asked.after), bound(&asked.before)) {
            (Some(after), Some(before)) => {
                // By age whatever the order, and the middle of it.
                ages.retain(|age| after < *age && *age < before);
                ages.truncate(asked.limit * 2);
                if ages.len() > asked.limit {
                    let start = (ages.len() / 2).saturating_sub(asked.limit / 2);
                    let end = ages.len().min(start + asked.limit);
                    ages = ages[start..end].to_vec();
                }
            }
            (Some(after), None) if asked.ascending => ages.retain(|age| *age > after),
            (Some(after), None) => ages.retain(|age| *age < after),
            (None, Some(before)) if asked.ascending => ages.retain(|age| *age < before),
            (None, Some(before)) => ages.retain(|age| *age > before),
            (None, None) => {}
        }
        ages.truncate(asked.limit);
        ages
    }

    /// Ages of what is listed, in the order in which they are taken: cursors are relative to age.
    fn by_age(&self, asked: &Asked) -> Vec<usize> {
        let mut ages: Vec<usize> = (0..self.ids.len()).collect();
        if let Some(after) = &asked.after {
            ages.retain(|age| *age > self.age(after));
        }
        if let Some(before) = &asked.before {
            ages.retain(|age| *age < self.age(before));
        }
        if !asked.ascending {
            ages.reverse();
        }
        ages.truncate(asked.limit);
        ages
    }

    fn steps(&self, path: &str) -> Value {
        let ages = self.by_order(&Asked::parse(path, false, 50));
        ages.iter()
            .map(|age| json!({"id": self.ids[*age]}))
            .collect()
    }

    /// What a stored message is listed as: up to three messages, or none.
    fn pieces(&self, age: usize) -> Vec<Value> {
        let id = &self.ids[age];
        let date = format!(
            "2026-11-21T09:{:02}:{:02}+00:00",
            age / 4 / 60,
            age / 4 % 60
        );
        let piece = |kind: &str, otid: Value| {
            let mut piece = json!({"id": id, "date": date, "otid": otid, "message_type": kind});
            match kind {
                "reasoning_message" => piece["reasoning"] = "Hm.".into(),
                "tool_call_message" => {
                    let call = json!({"name": "roll", "arguments": "{}", "tool_call_id": "call"});
                    piece["tool_call"] = call;
                }
                _ => piece["content"] = "Well.".into(),
            }
            piece
        };
        let otid = |suffix: char| Value::from(format!("{id}{suffix}"));
        match age % 5 {
            0 => vec![piece("user_message", otid('a'))],
            1 => vec![
                piece("reasoning_message", otid('a')),
                piece("assistant_message", otid('b')),
                piece("tool_call_message", otid('c')),
            ],
            2 => vec![piece("system_message", Value::Null)],
            3 => vec![
                piece("tool_call_message", otid('a')),
                piece("mood_message", otid('b')),
            ],
            // The first and the last of all, so that no page of one is empty before the end.
            _ => vec![piece("assistant_message", otid('a'))],
        }
    }

    fn step_messages(&self, path: &str) -> Value {
        let ages = self.by_order(&Asked::parse(path, true, 100));
        ages.into_iter().flat_map(|age| self.pieces(age)).collect()
    }

    /// The oldest first in either order, as recorded servers do; or as the documents have it.
    fn all_messages(&self, path: &str, documented: bool) -> Value {
        let asked = Asked::parse(path, false, 100);
        let mut ages = self.by_age(&asked);
        if !asked.ascending && !documented {
            ages.reverse();
        }
        let pieces = ages.into_iter().flat_map(|age| self.pieces(age));
        let kept = |piece: &Value| {
            let kind = piece["message_type"].as_str().expect("a kind");
            asked.types.is_empty() || asked.types.iter().any(|own| own == kind)
        };
        pieces.filter(kept).collect()
    }
}

/// All pages, by a server that answers paths.
fn all<O: Paged + std::fmt::Debug>(first: O, serve: impl Fn(&str) -> Value) -> Vec<Vec<O::Item>> {
    const MOST: usize = 1_000;
    let mut pages = first.pages();
    let mut all = Vec::new();
    while let Some(operation) = pages.operation() {
        assert!(all.len() < MOST, "no end: {operation:?}");
        let path = operation.path_and_query().expect("a path");
        let body = serve(&path).to_string();
        let page = O::read_response(200, body.as_bytes()).expect("a page");
        all.push(pages.turn(page));
    }
    all
}

fn ids(pages: &[Vec<Step>]) -> Vec<&str> {
    pages
        .iter()
        .flatten()
        .map(|step| step.id.as_str())
        .collect()
}

/// What tells an entry of a message list: its message and its piece.
fn entries(pages: &[Vec<LettaMessage>]) -> Vec<(String, String)> {
    let all = pages.iter().flatten();
    all.map(|message| {
        let id = message.id().expect("an id").to_string();
        let otid = message.otid().map(ToString::to_string);
        (id, otid.unwrap_or_default())
    })
    .collect()
}

/// The entries of stored messages of these ages.
fn expected(server: &Server, ages: impl Iterator<Item = usize>) -> Vec<(String, String)> {
    ages.flat_map(|age| server.pieces(age))
        .map(|piece| {
            let text = |key: &str| piece[key].as_str().unwrap_or_default().to_owned();
            (text("id"), text("otid"))
        })
        .collect()
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}

const LIMITS: [Option<i64>; 8] = [
    None,
    Some(1),
    Some(2),
    Some(3),
    Some(7),
    Some(50),
    Some(299),
    Some(1_000),
];

const ORDERS: [Option<SortOrder>; 3] = [None, Some(SortOrder::Asc), Some(SortOrder::Desc)];

fn steps(limit: Option<i64>, order: Option<&SortOrder>) -> ListSteps {
    let mut operation = ListSteps::new();
    operation.limit = limit;
    operation.order = order.cloned();
    operation
}

#[test]
fn steps_come_once_each_in_either_order() {
    for count in [0, 1, 2, 50, 100, 299, 300] {
        let server = Server::new("step", count);
        for (limit, order) in LIMITS
            .iter()
            .flat_map(|limit| ORDERS.iter().map(move |order| (*limit, order)))
        {
            let pages = all(steps(limit, order.as_ref()), |path| server.steps(path));
            let mut expected: Vec<&str> = server.ids.iter().map(String::as_str).collect();
            if *order != Some(SortOrder::Asc) {
                expected.reverse();
            }
            assert_eq!(ids(&pages), expected, "{count} by {limit:?}, {order:?}");
            // The last page is known to be it by what comes behind: nothing.
            let size = usize::try_from(limit.unwrap_or(50)).expect("a size");
            assert_eq!(
                pages.len(),
                count.div_ceil(size) + 1,
                "{count} by {limit:?}"
            );
        }
    }
}

/// A server or a gateway may have a maximum of its own.
#[test]
fn a_page_shorter_than_its_limit_is_not_the_last() {
    let server = Server::new("step", 120);
    let capped = |path: &str| server.steps(&path.replace("limit=1000", "limit=50"));
    let pages = all(ListSteps::new().with_limit(1_000), capped);
    assert_eq!(ids(&pages).len(), 120);
    assert_eq!(pages.len(), 4);
}

#[test]
fn steps_from_a_cursor_on() {
    let server = Server::new("step", 120);
    for (limit, order) in LIMITS
        .iter()
        .flat_map(|limit| ORDERS.iter().map(move |order| (*limit, order)))
    {
        let ascending = *order == Some(SortOrder::Asc);
        for age in [0, 1, 57, 118, 119] {
            let first = steps(limit, order.as_ref()).with_after(server.ids[age].as_str());
            let pages = all(first, |path| server.steps(path));
            let expected: Vec<&String> = if ascending {
                server.ids[age + 1..].iter().collect()
            } else {
                server.ids[..age].iter().rev().collect()
            };
            assert_eq!(ids(&pages), expected, "after {age} by {limit:?}, {order:?}");
        }
    }
}

/// The nearest first, and so in the opposite order.
#[test]
fn steps_ahead_of_a_cursor() {
    let server = Server::new("step", 120);
    for (limit, order) in LIMITS
        .iter()
        .flat_map(|limit| ORDERS.iter().map(move |order| (*limit, order)))
    {
        let ascending = *order == Some(SortOrder::Asc);
        for age in [0, 1, 57, 118, 119] {
            let first = steps(limit, order.as_ref()).with_before(server.ids[age].as_str());
            let pages = all(first, |path| server.steps(path));
            let expected: Vec<&String> = if ascending {
                server.ids[..age].iter().rev().collect()
            } else {
                server.ids[age + 1..].iter().collect()
            };
            assert_eq!(
                ids(&pages),
                expected,
                "before {age} by {limit:?}, {order:?}"
            );
        }
    }
}

#[test]
fn steps_between_two_cursors() {
    let server = Server::new("step", 120);
    for limit in LIMITS {
        for (older, newer) in [(0, 119), (0, 1), (30, 60), (58, 59), (58, 60)] {
            let (old, new) = (server.ids[older].as_str(), server.ids[newer].as_str());
            let first = steps(limit, Some(&SortOrder::Asc))
                .with_after(old)
                .with_before(new);
            let pages = all(first, |path| server.steps(path));
            assert_eq!(ids(&pages), server.ids[older + 1..newer], "{limit:?}");

            let first = steps(limit, None).with_after(new).with_before(old);
            let pages = all(first, |path| server.steps(path));
            let expected: Vec<&String> = server.ids[older + 1..newer].iter().rev().collect();
            assert_eq!(ids(&pages), expected, "{limit:?}");
        }
    }
}

#[test]
fn filters_stay_on_every_page() {
    let server = Server::new("step", 9);
    let first = ListSteps::new()
        .with_limit(2)
        .with_agent_id("agent-1")
        .with_tags(["a", "b"]);
    let pages = all(first, |path| {
        let query = Address::parse(path).query;
        for (name, value) in [
            ("agent_id", "agent-1"),
            ("tags", "a"),
            ("tags", "b"),
            ("limit", "2"),
        ] {
            assert!(
                query.contains(&(name.to_owned(), value.to_owned())),
                "{path}"
            );
        }
        server.steps(path)
    });
    assert_eq!(ids(&pages).len(), 9);
}

#[test]
fn messages_of_a_step_come_once_each() {
    for count in [0, 1, 5, 101, 250] {
        let server = Server::new("message", count);
        for (limit, order) in LIMITS
            .iter()
            .flat_map(|limit| ORDERS.iter().map(move |order| (*limit, order)))
        {
            let mut first = ListMessagesForStep::new("step-1");
            first.limit = limit;
            first.order.clone_from(order);
            let pages = all(first, |path| {
                assert!(path.starts_with("/v1/steps/step-1/messages"), "{path}");
                server.step_messages(path)
            });
            let expected = if *order == Some(SortOrder::Desc) {
                expected(&server, (0..count).rev())
            } else {
                expected(&server, 0..count)
            };
            assert_eq!(entries(&pages), expected, "{count} by {limit:?}, {order:?}");
            assert!(
                pages.last().is_some_and(Vec::is_empty),
                "only an empty page is the last"
            );
        }
    }
}

#[test]
fn messages_of_a_step_ahead_of_a_cursor_and_between_two() {
    let server = Server::new("message", 60);
    for limit in LIMITS {
        let mut first = ListMessagesForStep::new("step-1").with_before(server.ids[41].as_str());
        first.limit = limit;
        let pages = all(first.clone(), |path| server.step_messages(path));
        assert_eq!(
            entries(&pages),
            expected(&server, (0..41).rev()),
            "{limit:?}"
        );

        let first = first.with_after(server.ids[3].as_str());
        let pages = all(first, |path| server.step_messages(path));
        assert_eq!(entries(&pages), expected(&server, 4..41), "{limit:?}");
    }
}

fn messages(limit: Option<i64>, order: Option<&SortOrder>) -> ListAllMessages {
    let mut operation = ListAllMessages::new();
    operation.limit = limit;
    operation.order = order.cloned();
    operation
}

#[test]
fn all_messages_come_once_each_in_either_order() {
    for count in [0, 1, 5, 101, 250] {
        let server = Server::new("message", count);
        for (limit, order) in LIMITS
            .iter()
            .flat_map(|limit| ORDERS.iter().map(move |order| (*limit, order)))
        {
            let pages = all(messages(limit, order.as_ref()), |path| {
                server.all_messages(path, false)
            });
            // Page by page in the order asked for; in each, the oldest first.
            let size = usize::try_from(limit.unwrap_or(100)).expect("a size");
            let ages: Vec<usize> = (0..count).collect();
            let ages: Vec<usize> = if *order == Some(SortOrder::Asc) {
                ages
            } else {
                ages.rchunks(size).flatten().copied().collect()
            };
            let expected = expected(&server, ages.into_iter());
            assert_eq!(entries(&pages), expected, "{count} by {limit:?}, {order:?}");
            assert_eq!(pages.len(), count.div_ceil(size) + 1);
        }
    }
}

/// As the documents describe the order: the newest first within a page, too.
#[test]
fn all_messages_newest_first_within_pages() {
    let server = Server::new("message", 250);
    for limit in LIMITS {
        let pages = all(messages(limit, None), |path| {
            server.all_messages(path, true)
        });
        let found = entries(&pages);
        let expected = expected(&server, (0..250).rev());
        // Where a whole page is of one second, nothing tells its ends: some come again, none is missing.
        if limit.is_none_or(|limit| limit > 4) {
            assert_eq!(found, expected, "{limit:?}");
        }
        let found: BTreeSet<_> = found.into_iter().collect();
        assert_eq!(found, expected.into_iter().collect(), "{limit:?}");
    }
}

#[test]
fn all_messages_newer_and_older_than_a_cursor() {
    let server = Server::new("message", 60);
    for (limit, order) in LIMITS
        .iter()
        .flat_map(|limit| ORDERS.iter().map(move |order| (*limit, order)))
    {
        let first = || messages(limit, order.as_ref());
        for (first, ages) in [
            (first().with_after(server.ids[17].as_str()), 18..60),
            (first().with_before(server.ids[17].as_str()), 0..17),
            (
                first()
                    .with_after(server.ids[17].as_str())
                    .with_before(server.ids[42].as_str()),
                18..42,
            ),
        ] {
            let pages = all(first, |path| server.all_messages(path, false));
            let expected = expected(&server, ages);
            assert_eq!(
                sorted(entries(&pages)),
                sorted(expected),
                "{limit:?}, {order:?}"
            );
        }
    }
}

/// Whole pages can have nothing of what is asked for.
#[test]
fn a_filter_makes_pages_short_and_not_the_list() {
    let server = Server::new("message", 25);
    let whole: Vec<_> = (0..25).flat_map(|age| server.pieces(age)).collect();
    for types in [
        vec!["tool_call_message", "assistant_message"],
        vec!["system_message"],
        vec!["mood_message"],
        vec!["event_message"],
        vec![],
    ] {
        let kept = whole.iter().filter_map(|piece| {
            let kind = piece["message_type"].as_str()?;
            let is_kept = types.is_empty() || types.contains(&kind);
            is_kept.then_some((piece["id"].as_str(), Some(kind)))
        });
        let kept = sorted(kept.collect());
        for (limit, order) in [1, 2, 5, 100]
            .into_iter()
            .flat_map(|limit| [(limit, SortOrder::Asc), (limit, SortOrder::Desc)])
        {
            let first = ListAllMessages::new()
                .with_limit(limit)
                .with_order(order.clone())
                .with_include_return_message_types(types.iter().copied());
            let pages = all(first, |path| server.all_messages(path, false));
            let listed = pages.iter().flatten().map(|message| {
                let id = message.id().map(AsRef::as_ref);
                (id, message.tag())
            });
            assert_eq!(
                sorted(listed.collect()),
                kept,
                "{types:?} by {limit}, {order}"
            );
        }
    }
}

/// What can't be read may be of a kind that is asked for.
#[test]
fn a_filter_drops_no_malformed_element() {
    let body = r#"[
        {"message_type": "user_message", "id": "message-1", "date": "", "content": ""},
        {"message_type": "user_message", "id": 2},
        {"message_type": "system_message", "id": "message-3", "date": "", "content": ""},
        {"message_type": "summary", "id": "message-4", "date": "", "summary": ""}
    ]"#;
    let page: Vec<Tolerant<LettaMessage>> = json::from_str(body).expect("a list");
    let kinds = [MessageType::SystemMessage, MessageType::SummaryMessage];
    let list = ListAllMessages::new().with_order(SortOrder::Asc);
    let mut pages = list.with_include_return_message_types(kinds).pages();
    let page = pages.turn_tolerant(page);
    let values: Vec<_> = page.iter().map(Tolerant::value).collect();
    let tags: Vec<_> = values
        .iter()
        .map(|value| value.map(LettaMessage::tag))
        .collect();
    assert_eq!(
        tags,
        [None, Some(Some("system_message")), Some(Some("summary"))]
    );
    let next = pages.operation().and_then(|next| next.after.as_ref());
    assert_eq!(next.map(AsRef::as_ref), Some("message-4"));
}

/// A server that doesn't know cursors sends the same page again and again.
#[test]
fn a_cursor_that_does_not_move_is_the_end() {
    let server = Server::new("step", 3);
    let whole = server.steps("/v1/steps/");
    let pages = all(ListSteps::new(), |_| whole.clone());
    assert_eq!(pages.len(), 2);

    let server = Server::new("message", 3);
    for order in ["asc", "desc"] {
        let whole = server.all_messages("/v1/messages/", false);
        let pages = all(ListAllMessages::new().with_order(order), |_| whole.clone());
        assert_eq!(pages.len(), 2, "{order}");
    }
}

#[test]
fn messages_without_identifier_lead_no_further_and_harm_nothing() {
    let unknown = json!({"message_type": "mood_message"});
    let user =
        json!({"message_type": "user_message", "id": "message-1", "date": "", "content": ""});
    let pages = all(ListAllMessages::new(), |_| json!([unknown]));
    assert_eq!(pages.len(), 1);
    let pages = all(ListAllMessages::new().with_order("asc"), |path| {
        if path.contains("after=message-1") {
            json!([])
        } else {
            json!([user, unknown])
        }
    });
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 0]);
}

/// A request that failed can be sent once more; a page that nothing asked for changes nothing.
#[test]
fn the_request_stays_until_its_page_is_turned() {
    let mut pages = Pages::new(ListSteps::new().with_limit(1));
    let first = pages.operation().cloned();
    assert_eq!(pages.operation().cloned(), first);
    assert_eq!(pages.turn(vec![Step::new("step-1")]).len(), 1);
    let second = pages.operation().expect("there may be more");
    assert_eq!(
        second.after.as_ref().map(ToString::to_string).as_deref(),
        Some("step-1")
    );
    assert!(pages.turn(Vec::new()).is_empty());
    assert_eq!(pages.operation(), None);
    assert_eq!(pages.turn(vec![Step::new("step-2")]).len(), 1);
    assert_eq!(pages.operation(), None);
}

/// The next page begins behind the last element that isn't malformed; where all are, nobody knows where it would.
#[test]
fn a_malformed_element_ends_no_list() {
    let mut pages = ListSteps::new().with_limit(3).pages();
    for (body, good, after) in [
        (
            r#"[{"id": "step-1"}, {"id": "step-2"}, {"id": 3}]"#,
            2,
            Some("step-2"),
        ),
        (r#"[{"id": 3}, {"id": "step-4"}]"#, 1, Some("step-4")),
        (r#"[{"id": 5}]"#, 0, None),
    ] {
        let page: Vec<Tolerant<Step>> = json::from_str(body).expect("a list");
        let count = page.len();
        let page = pages.turn_tolerant(page);
        assert_eq!(page.len(), count);
        assert_eq!(page.iter().filter_map(Tolerant::value).count(), good);
        let next = pages.operation().and_then(|next| next.after.as_ref());
        assert_eq!(next.map(AsRef::as_ref), after);
    }
    assert_eq!(pages.operation(), None);
}

#[test]
fn requests_of_the_second_page() {
    let second = |first: ListAllMessages, page: Value| {
        let mut pages = first.pages();
        let page: Vec<LettaMessage> = serde_json::from_value(page).expect("messages");
        pages.turn(page);
        let next = pages.operation().expect("a second page");
        next.path_and_query().expect("a path")
    };
    let server = Server::new("message", 20);
    let page: Vec<Value> = [10, 18]
        .into_iter()
        .flat_map(|age| server.pieces(age))
        .collect();
    let (old, new) = (&server.ids[10], &server.ids[18]);
    for (first, cursor) in [
        (ListAllMessages::new(), format!("before={old}")),
        (
            ListAllMessages::new().with_after("x"),
            format!("after=x&before={old}"),
        ),
        (
            ListAllMessages::new().with_order("asc"),
            format!("after={new}&order=asc"),
        ),
        (
            ListAllMessages::new().with_order("asc").with_before("x"),
            format!("after={new}&before=x&order=asc"),
        ),
    ] {
        assert_eq!(
            second(first, page.clone().into()),
            format!("/v1/messages/?{cursor}")
        );
    }
}

#[test]
fn messages_are_told_by_otid_over_pages() {
    let server = Server::new("message", 100);
    let read = |path: &str| -> Vec<LettaMessage> {
        serde_json::from_value(server.all_messages(path, false)).expect("messages")
    };
    let mut seen = SeenOtids::new();
    let mut found = Vec::new();
    // Pages that overlap, as those of a list that is read again.
    for cursor in [0, 10, 5, 20] {
        let path = format!(
            "/v1/messages/?order=asc&limit=40&after={}",
            server.ids[cursor]
        );
        let mut page = read(&path);
        seen.retain_new(&mut page);
        found.push(page);
    }
    let with_otid = |list: Vec<(String, String)>| -> Vec<(String, String)> {
        list.into_iter()
            .filter(|(_, otid)| !otid.is_empty())
            .collect()
    };
    let expected = with_otid(expected(&server, 1..61));
    assert_eq!(sorted(with_otid(entries(&found))), sorted(expected));
    // Messages without an otid can't be told, and stay.
    let without = entries(&found)
        .into_iter()
        .filter(|(_, otid)| otid.is_empty());
    assert_eq!(without.count(), 4 * 8);
}
