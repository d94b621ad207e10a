//! What servers say next: unknown fields, values and kinds, anywhere in any payload, are kept.
//!
//! Each change is made in every payload, at every place of which the schema knows the type. In the
//! fixtures each place is changed by itself; in recorded bodies, which repeat themselves, all places of
//! one depth at once: none of them is within another.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Instant,
};

use letta_types::LettaMessage;
use serde_json::{Map, Value, json};
use support::{
    Fixture, Kind, Place, Schema, fixtures,
    recorded::Recordings,
    round_trip,
    schema::{own_tag, properties, required},
    text,
    text::TagPosition,
};

const NEW: &str = "x_from_the_future";

struct Payloads {
    schema: Schema,
    subjects: Vec<Subject>,
    /// Whether each place is changed by itself.
    one_by_one: bool,
}

struct Subject {
    fixture: Fixture,
    body: Value,
    json: Value,
    /// What is written when nothing is changed.
    written: Value,
    places: Vec<Place>,
}

impl Payloads {
    fn new(payloads: impl IntoIterator<Item = Fixture>, one_by_one: bool) -> Self {
        let schema = Schema::bundled();
        let subjects = payloads
            .into_iter()
            .map(|fixture| Subject::new(&schema, fixture))
            // `null` and empty lists have no place where something could be changed.
            .filter(|subject| !subject.places.is_empty())
            .collect();
        Self {
            schema,
            subjects,
            one_by_one,
        }
    }

    fn of(recordings: &Recordings) -> Self {
        let all = recordings.all().flat_map(|recording| recording.values);
        Self::new(all, false)
    }

    /// Makes a change wherever a place is of some kind, and returns how many changes were made.
    ///
    /// Where each place is changed by itself, it is changed once for each variant; else the variants take
    /// turns.
    fn change(
        &self,
        variants: &[Value],
        fits: impl Fn(&Kind) -> bool,
        change: impl Fn(&Kind, &mut Value, &Value),
        check: impl Fn(&Change),
    ) -> usize {
        let mut count = 0;
        for subject in &self.subjects {
            for places in subject.groups(&fits, self.one_by_one) {
                let rounds = if self.one_by_one { variants.len() } else { 1 };
                for _ in 0..rounds {
                    let mut changed = subject.json.clone();
                    let mut turns = variants.iter().cycle().skip(count % variants.len());
                    for place in &places {
                        let at = changed.pointer_mut(&place.pointer);
                        let at = at.expect("the place is in the payload");
                        let variant = turns.next().expect("there is a variant");
                        change(&place.kind, at, variant);
                        count += 1;
                    }
                    check(&Change {
                        schema: &self.schema,
                        subject,
                        changed,
                        at: &places[0].pointer,
                    });
                }
            }
        }
        count
    }
}

impl Subject {
    fn new(schema: &Schema, fixture: Fixture) -> Self {
        let body = fixture.form.schema(fixture.type_name);
        let json = fixture.json();
        let places = schema.places(&body, &json);
        let went = fixture.round_trip();
        Self {
            fixture,
            body,
            json,
            written: went.written,
            places,
        }
    }

    /// The places that fit, in groups of which no place is within another.
    fn groups(&self, fits: impl Fn(&Kind) -> bool, one_by_one: bool) -> Vec<Vec<&Place>> {
        let fitting = self.places.iter().filter(|place| fits(&place.kind));
        if one_by_one {
            return fitting.map(|place| vec![place]).collect();
        }
        let mut by_depth = BTreeMap::<usize, Vec<&Place>>::new();
        for place in fitting {
            let depth = place.pointer.matches('/').count();
            by_depth.entry(depth).or_default().push(place);
        }
        by_depth.into_values().collect()
    }
}

/// A payload with something done to it.
struct Change<'a> {
    schema: &'a Schema,
    subject: &'a Subject,
    changed: Value,
    /// The first place that was changed.
    at: &'a str,
}

impl Change<'_> {
    /// Reads the changed payload and holds what is written against what the schema says becomes of it.
    fn assert_text_kept(&self, changed: &str) {
        let Subject { fixture, body, .. } = self.subject;
        let what = format!("{} changed at {:?}", fixture.path, self.at);
        let went = round_trip(fixture.form, fixture.type_name, changed)
            .unwrap_or_else(|error| panic!("{what}: {error}: {changed}"));
        let expected = self.schema.canonical(body, &self.changed);
        assert_eq!(went.written, expected, "{what}");
        let places = self.schema.places(body, &self.changed);
        assert_eq!(structs(self.schema, &went.debug), types(&places), "{what}");
        let unknowns = self.schema.unknowns(body, &self.changed);
        assert_eq!(text::unknowns(&went.debug), unknowns, "{what}");
        self.assert_same_kinds(&went.written, &what);
    }

    /// No object has become one of another kind: its tag is as it was, as it was changed to, or gone.
    /// This doesn't lean on what the schema says of objects without a tag.
    fn assert_same_kinds(&self, written: &Value, what: &str) {
        for place in &self.subject.places {
            let Kind::Choice { tag, .. } = &place.kind else {
                continue;
            };
            // Places within others that were changed may be gone.
            let Some(object) = written.pointer(&place.pointer) else {
                continue;
            };
            let tag_in = |json: &Value| {
                let object = json.pointer(&place.pointer)?;
                object.get(tag).map(todays)
            };
            let now = object.get(tag).map(todays);
            let before = [tag_in(&self.subject.written), tag_in(&self.changed)];
            let is_kept = now.is_none() || before.contains(&now);
            assert!(is_kept, "{what}: {now:?} was {before:?}");
        }
    }
}

fn assert_kept(change: &Change) {
    change.assert_text_kept(&change.changed.to_string());
}

/// Two tags were renamed in 0.16.5; the kinds stayed the same.
fn todays(tag: &Value) -> Value {
    match tag.as_str() {
        Some("event") => "event_message".into(),
        Some("summary") => "summary_message".into(),
        _ => tag.clone(),
    }
}

/// How many objects of each type the schema sees.
fn types(places: &[Place]) -> BTreeMap<&str, usize> {
    let mut types = BTreeMap::new();
    for place in places {
        if let Kind::Object { type_name } = &place.kind {
            *types.entry(type_name.as_str()).or_default() += 1;
        }
    }
    types
}

/// How many structs of each type stand in a `{:?}`, texts within quotes aside.
fn structs<'a>(schema: &'a Schema, debug: &str) -> BTreeMap<&'a str, usize> {
    let mut structs = BTreeMap::new();
    let (mut quoted, mut escaped, mut name) = (false, false, String::new());
    for character in debug.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' => {
                if let Some((type_name, _)) = schema.definitions().get_key_value(name.trim_end()) {
                    *structs.entry(type_name.as_str()).or_default() += 1;
                }
                name.clear();
            }
            letter if letter.is_alphanumeric() => name.push(letter),
            // Between the name and the brace.
            ' ' if !name.is_empty() && !name.ends_with(' ') => name.push(' '),
            _ => name.clear(),
        }
    }
    structs
}

fn is_object(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Object { .. } | Kind::Choice { known: false, .. }
    )
}

fn is_enum(kind: &Kind) -> bool {
    matches!(kind, Kind::Enum { .. })
}

fn is_choice(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice { .. })
}

fn tag_of(kind: &Kind) -> &str {
    match kind {
        Kind::Choice { tag, .. } => tag,
        other => panic!("no tag tells {other:?}"),
    }
}

fn fields(object: &mut Value) -> &mut Map<String, Value> {
    object.as_object_mut().expect("the place is an object")
}

/// Of many kinds, so that no shortcut for one of them hides another's loss; some come before all
/// declared fields, and some behind them.
fn new_fields(object: &mut Value) {
    let deep = json!({ "deep": [null, { "er": 0.300_000_000_000_000_04 }], "": "" });
    for prefix in ["0_", "x_"] {
        for (name, value) in [
            ("null", Value::Null),
            ("text", json!("Å\u{0}\"\\")),
            ("number", json!(u64::MAX)),
            ("flag", json!(false)),
            ("list", json!([])),
            ("lists", json!([[], [null, 1.0]])),
            ("object", json!({})),
            ("deep", deep.clone()),
        ] {
            object[format!("{prefix}{name}")] = value;
        }
    }
}

fn an_unknown_field_is_kept_in_every_object(payloads: &Payloads) -> usize {
    let change = |_: &Kind, object: &mut Value, _: &Value| new_fields(object);
    payloads.change(&[Value::Null], is_object, change, assert_kept)
}

fn unknown_fields_are_kept_in_all_objects_at_once(payloads: &Payloads) -> usize {
    let mut count = 0;
    for subject in &payloads.subjects {
        let mut changed = subject.json.clone();
        for place in subject.places.iter().filter(|place| is_object(&place.kind)) {
            let at = changed.pointer_mut(&place.pointer);
            new_fields(at.expect("the place is in the payload"));
            count += 1;
        }
        assert_kept(&Change {
            schema: &payloads.schema,
            subject,
            changed,
            at: "every object",
        });
    }
    count
}

fn an_unknown_value_is_kept_for_every_enum(payloads: &Payloads) -> usize {
    let variants = [NEW.into(), "".into(), "Å\u{0}\"\\".into()];
    let change = |_: &Kind, value: &mut Value, new: &Value| *value = new.clone();
    payloads.change(&variants, is_enum, change, assert_kept)
}

/// A tag may also become something that is no text.
fn an_unknown_tag_keeps_the_whole_object_in_every_union(payloads: &Payloads) -> usize {
    let variants = [
        json!(NEW),
        json!(""),
        json!(5),
        json!(-0.5),
        json!(true),
        json!([]),
        json!(["text"]),
        json!({}),
        json!({ "type": "text" }),
    ];
    let change = |kind: &Kind, object: &mut Value, new: &Value| {
        object[tag_of(kind)] = new.clone();
        new_fields(object);
    };
    payloads.change(&variants, is_choice, change, assert_kept)
}

/// An unknown kind may give a known key another shape, and the tag may come after it.
fn an_unknown_tag_frees_every_field(payloads: &Payloads) -> usize {
    let variants = [
        json!(5),
        json!("text"),
        json!([[]]),
        json!({ "a": null }),
        json!(null),
    ];
    let change = |kind: &Kind, object: &mut Value, shape: &Value| {
        // A listed message among search results is told by its `id`, which stays.
        for (_, value) in fields(object).iter_mut().filter(|(key, _)| *key != "id") {
            *value = shape.clone();
        }
        object[tag_of(kind)] = NEW.into();
    };
    payloads.change(&variants, is_choice, change, |change| {
        for position in [TagPosition::First, TagPosition::Last] {
            change.assert_text_kept(&text::with_tags(&change.changed, position));
        }
    })
}

fn a_missing_tag_is_told_by_the_fields_or_the_object_is_kept(payloads: &Payloads) -> usize {
    let change = |kind: &Kind, object: &mut Value, _: &Value| {
        fields(object).remove(tag_of(kind));
    };
    payloads.change(&[Value::Null], is_choice, change, assert_kept)
}

fn a_null_tag_is_as_good_as_none(payloads: &Payloads) -> usize {
    let change = |kind: &Kind, object: &mut Value, null: &Value| {
        object[tag_of(kind)] = null.clone();
    };
    payloads.change(&[Value::Null], is_choice, change, assert_kept)
}

fn tags_may_stand_at_either_end_of_every_object(payloads: &Payloads) -> usize {
    let mut count = 0;
    for subject in &payloads.subjects {
        let change = Change {
            schema: &payloads.schema,
            subject,
            changed: subject.json.clone(),
            at: "every tag",
        };
        for position in [TagPosition::First, TagPosition::Last] {
            change.assert_text_kept(&text::with_tags(&subject.json, position));
            count += subject
                .places
                .iter()
                .filter(|at| is_choice(&at.kind))
                .count();
        }
    }
    count
}

/// `null` for optional fields is as if they were absent; unknown fields keep theirs.
fn nulls_are_dropped_for_optional_fields_alone(payloads: &Payloads) -> usize {
    let is_typed = |kind: &Kind| matches!(kind, Kind::Object { .. });
    let change = |kind: &Kind, object: &mut Value, null: &Value| {
        for key in optional(&payloads.schema, kind) {
            object[key] = null.clone();
        }
        object[NEW] = null.clone();
    };
    payloads.change(&[Value::Null], is_typed, change, assert_kept)
}

fn a_null_is_dropped_for_each_optional_field(payloads: &Payloads) -> usize {
    let schema = &payloads.schema;
    let keys: BTreeSet<&str> = schema
        .objects()
        .flat_map(|(_, definition)| optional_of(definition))
        .collect();
    let count = |key: &&str| {
        let has = |kind: &Kind| optional(schema, kind).contains(key);
        let change = |_: &Kind, object: &mut Value, null: &Value| object[*key] = null.clone();
        payloads.change(&[Value::Null], has, change, assert_kept)
    };
    keys.iter().map(count).sum()
}

/// The fields of an object's type that may be left out, its tag aside.
fn optional<'a>(schema: &'a Schema, kind: &Kind) -> Vec<&'a str> {
    match kind {
        Kind::Object { type_name } => optional_of(schema.definition(type_name)),
        _ => Vec::new(),
    }
}

fn optional_of(definition: &Value) -> Vec<&str> {
    let required = required(definition);
    let tag = own_tag(definition).map(|(key, _)| key);
    properties(definition)
        .keys()
        .map(String::as_str)
        .filter(|key| !required.contains(key) && tag != Some(*key))
        .collect()
}

/// A test for each change and each set of payloads, with the least number of changes.
macro_rules! in_all_payloads {
    ($($change:ident: $in_fixtures:literal $in_recordings:literal;)+) => {
        mod in_fixtures {
            $(#[test]
            fn $change() {
                let payloads = super::Payloads::new(support::fixtures::all(), true);
                super::counted(super::$change, &payloads, $in_fixtures);
            })+
        }

        mod in_recordings {
            $(#[test]
            fn $change() {
                let payloads = super::Payloads::of(&support::recorded::Recordings::kept());
                super::counted(super::$change, &payloads, $in_recordings);
            })+
        }

        /// There may be more recordings than are kept here.
        mod in_recordings_elsewhere {
            $(#[test]
            #[ignore = "reads the folder that LETTA_RECORDINGS names"]
            fn $change() {
                let payloads = super::Payloads::of(&support::recorded::Recordings::elsewhere());
                super::counted(super::$change, &payloads, 1);
            })+
        }
    };
}

fn counted(change: fn(&Payloads) -> usize, payloads: &Payloads, least: usize) {
    let start = Instant::now();
    let count = change(payloads);
    println!("{count} changes in {:?}", start.elapsed());
    assert!(count >= least, "only {count} changes");
}

in_all_payloads! {
    an_unknown_field_is_kept_in_every_object: 180 650;
    unknown_fields_are_kept_in_all_objects_at_once: 180 650;
    an_unknown_value_is_kept_for_every_enum: 170 240;
    an_unknown_tag_keeps_the_whole_object_in_every_union: 950 350;
    an_unknown_tag_frees_every_field: 500 350;
    a_missing_tag_is_told_by_the_fields_or_the_object_is_kept: 100 350;
    a_null_tag_is_as_good_as_none: 100 350;
    tags_may_stand_at_either_end_of_every_object: 200 700;
    nulls_are_dropped_for_optional_fields_alone: 170 650;
}

/// In the fixtures alone, which have every field.
#[test]
fn in_fixtures_a_null_is_dropped_for_each_optional_field() {
    let payloads = Payloads::new(fixtures::all(), true);
    counted(a_null_is_dropped_for_each_optional_field, &payloads, 850);
}

#[test]
fn every_fixture_has_a_typed_place() {
    let payloads = Payloads::new(fixtures::all(), true);
    assert_eq!(payloads.subjects.len(), fixtures::all().len());
}

/// Every type keeps every field that it declares.
#[test]
fn a_value_with_every_field_is_kept() {
    let schema = Schema::bundled();
    for name in schema.definitions().keys() {
        let full = schema.fullest(name);
        let written = support::read(name, &full.to_string())
            .unwrap_or_else(|error| panic!("{name}: {error}: {full}"));
        assert_eq!(written, full, "{name}");
    }
}

#[test]
fn structs_are_found_outside_of_quotes() {
    let schema = Schema::bundled();
    let debug = r#"[Step { id: "Step { \" {", messages: Some([User(TextContent { extra: {} })]) }, Unknown({"Step": Object {}})]"#;
    let expected = BTreeMap::from([("Step", 1), ("TextContent", 1)]);
    assert_eq!(structs(&schema, debug), expected);
}

/// `null` for every optional field of every type, also of those that no payload has.
#[test]
fn nulls_are_dropped_for_optional_fields_of_every_type() {
    let schema = Schema::bundled();
    for (name, definition) in schema.objects() {
        let mut value = schema.fullest(name);
        let optional = optional_of(definition);
        let mut expected = value.clone();
        fields(&mut expected).retain(|key, _| !optional.contains(&key.as_str()));
        for key in optional {
            value[key] = Value::Null;
        }
        for object in [&mut value, &mut expected] {
            object[NEW] = Value::Null;
        }
        let written = support::read(name, &value.to_string())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(written, expected, "{name}");
    }
}

/// A field that is set stands in for what came in its place; what isn't its field's type is kept until then.
#[test]
fn fields_of_unknown_kinds_are_written_once() -> serde_json::Result<()> {
    let body = r#"{"message_type":"ping","id":5,"name":null,"step_id":"step-1"}"#;
    let LettaMessage::Unknown(mut ping) = serde_json::from_str(body)? else {
        panic!("ping is no known kind");
    };
    assert_eq!(
        serde_json::to_value(&ping)?,
        serde_json::from_str::<Value>(body)?
    );
    ping.name = Some("monitor".into());
    ping.id = Some("message-1".into());
    let written = serde_json::to_string(&ping)?;
    assert_eq!(
        written,
        r#"{"message_type":"ping","id":"message-1","name":"monitor","step_id":"step-1"}"#
    );
    assert_eq!(
        serde_json::from_str::<LettaMessage>(&written)?
            .id()
            .map(AsRef::as_ref),
        Some("message-1")
    );

    for (key, value) in [
        ("run_id", "run-1"),
        ("step_id", "step-2"),
        ("message_type", "pong"),
    ] {
        let mut message = ping.clone();
        message.extra_mut().insert(key, value);
        let error = serde_json::to_string(&message).expect_err("the field is declared");
        let expected = format!(
            "extra field `{key}` of UnknownLettaMessage has the name of a declared field: set that field instead"
        );
        assert_eq!(error.to_string(), expected);
    }
    Ok(())
}
