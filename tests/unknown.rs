//! What servers say next: unknown fields, values and kinds, anywhere in any payload, are kept.

use serde_json::{Value, json};
use support::{Fixture, Kind, Place, Schema, fixtures, round_trip, text, text::TagPosition};

const NEW: &str = "x_from_the_future";

struct Subject {
    fixture: Fixture,
    body: Value,
    json: Value,
    places: Vec<Place>,
}

fn subjects(schema: &Schema) -> Vec<Subject> {
    let subjects: Vec<Subject> = fixtures::all()
        .into_iter()
        .map(|fixture| {
            let body = fixture.form.schema(fixture.type_name);
            let json = fixture.json();
            let places = schema.places(&body, &json);
            assert!(!places.is_empty(), "{} has no typed place", fixture.path);
            Subject {
                fixture,
                body,
                json,
                places,
            }
        })
        .collect();
    assert!(subjects.len() > 60, "only {} payloads", subjects.len());
    subjects
}

impl Subject {
    /// Reads a changed payload and holds what is written against what the schema says becomes of it.
    fn assert_kept(&self, schema: &Schema, changed: &Value, what: &str) {
        self.assert_text_kept(schema, &changed.to_string(), what);
    }

    fn assert_text_kept(&self, schema: &Schema, changed: &str, what: &str) {
        let path = &self.fixture.path;
        let went = round_trip(self.fixture.form, self.fixture.type_name, changed)
            .unwrap_or_else(|error| panic!("{path}, {what}: {error}: {changed}"));
        let changed = fixtures::parse(path, changed);
        let expected = schema.canonical(&self.body, &changed);
        assert_eq!(went.written, expected, "{path}, {what}");
        let unknowns = schema.unknowns(&self.body, &changed);
        assert_eq!(text::unknowns(&went.debug), unknowns, "{path}, {what}");
    }

    /// The payload with something done to one place.
    fn changed(&self, place: &Place, change: impl FnOnce(&mut Value)) -> Value {
        let mut json = self.json.clone();
        let at = json
            .pointer_mut(&place.pointer)
            .expect("the place is in the payload");
        change(at);
        json
    }
}

/// Of many kinds, so that no shortcut for one of them hides another's loss.
fn new_fields(object: &mut Value) {
    object[NEW] = json!({ "deep": [null, { "er": 0.300_000_000_000_000_04 }], "": "" });
    object["x_null"] = Value::Null;
    object["x_large"] = json!(u64::MAX);
    object["x_list"] = json!([]);
}

#[test]
fn an_unknown_field_is_kept_in_every_object() {
    let schema = Schema::bundled();
    let mut objects = 0;
    for subject in subjects(&schema) {
        let mut everywhere = subject.json.clone();
        for place in &subject.places {
            if place.kind == (Kind::Enum { known: true })
                || place.kind == (Kind::Enum { known: false })
            {
                continue;
            }
            let changed = subject.changed(place, new_fields);
            subject.assert_kept(&schema, &changed, &format!("fields at {}", place.pointer));
            let at = everywhere.pointer_mut(&place.pointer);
            new_fields(at.expect("the place is in the payload"));
            objects += 1;
        }
        subject.assert_kept(&schema, &everywhere, "fields everywhere");
    }
    assert!(objects > 200, "only {objects} objects");
}

#[test]
fn an_unknown_value_is_kept_for_every_enum() {
    let schema = Schema::bundled();
    let mut values = 0;
    for subject in subjects(&schema) {
        for place in &subject.places {
            if !matches!(place.kind, Kind::Enum { .. }) {
                continue;
            }
            for new in [NEW, "", "Å\u{0}\"\\"] {
                let changed = subject.changed(place, |value| *value = new.into());
                subject.assert_kept(&schema, &changed, &format!("value at {}", place.pointer));
                values += 1;
            }
        }
    }
    assert!(values > 90, "only {values} values");
}

#[test]
fn an_unknown_tag_keeps_the_whole_object_in_every_union() {
    let schema = Schema::bundled();
    let mut tags = 0;
    for subject in subjects(&schema) {
        for place in &subject.places {
            let Kind::Choice { tag, .. } = &place.kind else {
                continue;
            };
            for new in [NEW, ""] {
                let changed = subject.changed(place, |object| {
                    object[tag] = new.into();
                    new_fields(object);
                });
                let what = format!("tag {new:?} at {}", place.pointer);
                subject.assert_kept(&schema, &changed, &what);
                tags += 1;
            }
        }
    }
    assert!(tags > 100, "only {tags} tags");
}

/// An unknown kind may give a known key another shape, and the tag may come after it.
#[test]
fn an_unknown_tag_frees_every_field() {
    let schema = Schema::bundled();
    let shapes = [
        json!(5),
        json!("text"),
        json!([[]]),
        json!({ "a": null }),
        json!(null),
    ];
    for subject in subjects(&schema) {
        for place in &subject.places {
            let Kind::Choice { tag, .. } = &place.kind else {
                continue;
            };
            for shape in &shapes {
                let changed = subject.changed(place, |object| {
                    let fields = object.as_object_mut().expect("a choice is an object");
                    // An old result is told by its `id`, which stays.
                    for (_, value) in fields.iter_mut().filter(|(key, _)| *key != "id") {
                        *value = shape.clone();
                    }
                    fields.insert(tag.clone(), NEW.into());
                });
                subject.assert_kept(&schema, &changed, "another shape");
                for position in [TagPosition::First, TagPosition::Last] {
                    let moved = text::with_tags(&changed, position);
                    subject.assert_text_kept(&schema, &moved, "another shape");
                }
            }
        }
    }
}

#[test]
fn a_missing_tag_is_told_by_the_fields_or_the_object_is_kept() {
    let schema = Schema::bundled();
    for subject in subjects(&schema) {
        for place in &subject.places {
            let Kind::Choice { tag, .. } = &place.kind else {
                continue;
            };
            let removed = subject.changed(place, |object| {
                object
                    .as_object_mut()
                    .expect("a choice is an object")
                    .remove(tag);
            });
            subject.assert_kept(&schema, &removed, &format!("no tag at {}", place.pointer));
            let mut null = removed;
            let at = null
                .pointer_mut(&place.pointer)
                .expect("the place is in the payload");
            at[tag] = Value::Null;
            subject.assert_kept(&schema, &null, &format!("null tag at {}", place.pointer));
        }
    }
}

#[test]
fn tags_may_stand_at_either_end_of_every_object() {
    let schema = Schema::bundled();
    for subject in subjects(&schema) {
        let fixture = &subject.fixture;
        let plain = round_trip(fixture.form, fixture.type_name, &fixture.text)
            .unwrap_or_else(|error| panic!("{}: {error}", fixture.path));
        for position in [TagPosition::First, TagPosition::Last] {
            let moved = text::with_tags(&subject.json, position);
            let went = round_trip(fixture.form, fixture.type_name, &moved)
                .unwrap_or_else(|error| panic!("{} {position:?}: {error}", fixture.path));
            let what = format!("{} {position:?}", fixture.path);
            assert_eq!(went.written, plain.written, "{what}");
            assert_eq!(
                text::unknowns(&went.debug),
                text::unknowns(&plain.debug),
                "{what}"
            );
        }
    }
}

/// `null` for an optional field is as if it were absent; unknown fields keep theirs.
#[test]
fn a_null_is_dropped_for_every_optional_field_alone() {
    let schema = Schema::bundled();
    for (name, definition) in schema.objects() {
        let mut value = schema.fullest(name);
        let required = support::schema::required(definition);
        let object = value.as_object_mut().expect("a sample is an object");
        for (key, field) in object.iter_mut() {
            if !required.contains(key.as_str()) {
                *field = Value::Null;
            }
        }
        object.insert(NEW.to_owned(), Value::Null);
        let written = support::read(name, &value.to_string())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut expected = schema.fullest(name);
        expected
            .as_object_mut()
            .expect("a sample is an object")
            .retain(|key, _| required.contains(key.as_str()));
        if let Some((key, tag)) = support::schema::own_tag(definition) {
            expected[key] = tag.into();
        }
        expected[NEW] = Value::Null;
        assert_eq!(written, expected, "{name}");
    }
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
