//! What is refused, and whether the error helps: it names the type, the field, and where it stands.

use serde_json::{Value, json};
use support::{
    Schema, fixtures, read,
    sample::misfits,
    schema::{arms, own_tag, properties, required},
};

/// Reads a text that must be refused and looks for words in the error.
fn assert_refused(type_name: &str, text: &str, words: &[&str]) {
    let error = match read(type_name, text) {
        Ok(written) => panic!("{type_name} took {text} and wrote {written}"),
        Err(error) => error.to_string(),
    };
    for word in words {
        assert!(
            error.contains(word),
            "no {word:?} in {error:?} for {type_name} from {text}"
        );
    }
}

/// A field of a type, with a value of that type in which all fields are set.
struct Field<'a> {
    type_name: &'a str,
    key: &'a str,
    property: &'a Value,
    full: Value,
    required: bool,
}

/// Every field of every type, the tags aside.
fn fields(schema: &Schema) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    for (type_name, definition) in schema.objects() {
        let required = required(definition);
        let tag = own_tag(definition).map(|(key, _)| key);
        for (key, property) in properties(definition) {
            if tag != Some(key.as_str()) {
                fields.push(Field {
                    type_name,
                    key,
                    property,
                    full: schema.fullest(type_name),
                    required: required.contains(key.as_str()),
                });
            }
        }
    }
    assert!(fields.len() > 200, "only {} fields", fields.len());
    fields
}

impl Field<'_> {
    fn with(&self, value: Value) -> String {
        let mut object = self.full.clone();
        object[self.key] = value;
        object.to_string()
    }

    fn assert_refused(&self, text: &str) {
        let pointer = format!("/{}", self.key);
        assert_refused(self.type_name, text, &[self.type_name, self.key, &pointer]);
    }
}

#[test]
fn a_missing_required_field_is_named_for_every_type() {
    let schema = Schema::bundled();
    for field in fields(&schema) {
        let mut object = field.full.clone();
        object
            .as_object_mut()
            .expect("a sample is an object")
            .remove(field.key);
        let text = object.to_string();
        if field.required {
            field.assert_refused(&text);
        } else {
            read(field.type_name, &text)
                .unwrap_or_else(|error| panic!("{}.{}: {error}", field.type_name, field.key));
        }
    }
}

#[test]
fn null_is_refused_for_every_required_field() {
    let schema = Schema::bundled();
    for field in fields(&schema) {
        let text = field.with(Value::Null);
        if field.required {
            field.assert_refused(&text);
        } else {
            read(field.type_name, &text)
                .unwrap_or_else(|error| panic!("{}.{}: {error}", field.type_name, field.key));
        }
    }
}

#[test]
fn another_json_type_is_refused_for_every_field() {
    let schema = Schema::bundled();
    for field in fields(&schema) {
        let types: Vec<&str> = schema.json_types(field.property).into_iter().collect();
        if types.is_empty() {
            continue;
        }
        for misfit in misfits(&types) {
            field.assert_refused(&field.with(misfit));
        }
    }
}

#[test]
fn integers_take_whole_numbers_in_range_alone() {
    let schema = Schema::bundled();
    let mut integers = 0;
    for field in fields(&schema) {
        if !schema.json_types(field.property).contains("integer") {
            continue;
        }
        integers += 1;
        // As text: a `Value` would lose what is out of range.
        let with = |digits: &str| {
            let text = field.with(json!("@"));
            text.replace("\"@\"", digits)
        };
        for bad in [
            "12.5",
            "-0.5",
            "9223372036854775808",
            "-9223372036854775809",
            "1e19",
            "1e300",
        ] {
            field.assert_refused(&with(bad));
        }
        for (good, whole) in [
            ("12.0", 12),
            ("1e3", 1000),
            ("-1.5e1", -15),
            ("0", 0),
            ("-0.0", 0),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
            ("1763717019892391000", 1_763_717_019_892_391_000),
        ] {
            let written = read(field.type_name, &with(good)).unwrap_or_else(|error| {
                panic!("{}.{} from {good}: {error}", field.type_name, field.key)
            });
            assert_eq!(
                written[field.key],
                json!(whole),
                "{}.{}",
                field.type_name,
                field.key
            );
        }
    }
    assert!(integers > 20, "only {integers} integers");
}

#[test]
fn a_known_key_twice_is_refused_for_every_type() {
    let schema = Schema::bundled();
    for field in fields(&schema) {
        let value = &field.full[field.key];
        let text = twice(&field.full, field.key, value);
        assert_refused(field.type_name, &text, &["duplicate", field.key]);
        let text = twice(&field.full, field.key, &Value::Null);
        assert_refused(field.type_name, &text, &["duplicate", field.key]);
    }
}

#[test]
fn a_tag_twice_is_refused_for_every_type_and_union() {
    let schema = Schema::bundled();
    for (type_name, definition) in schema.objects() {
        let Some((key, tag)) = own_tag(definition) else {
            continue;
        };
        let full = schema.fullest(type_name);
        assert_refused(
            type_name,
            &twice(&full, key, &tag.into()),
            &["duplicate", key],
        );
    }
    for (union, key, definition) in schema.tagged_unions() {
        for arm in arms(definition) {
            let Some(tag) = schema.tags(arm).first().copied() else {
                continue;
            };
            let full = schema.sample(arm, true);
            assert_refused(union, &twice(&full, key, &tag.into()), &["duplicate", key]);
        }
    }
}

#[test]
fn an_unknown_key_twice_is_refused_for_every_type() {
    let schema = Schema::bundled();
    for (type_name, _) in schema.objects() {
        let mut full = schema.fullest(type_name);
        full["x_new"] = json!(1);
        assert_refused(
            type_name,
            &twice(&full, "x_new", &json!(1)),
            &["duplicate", "x_new"],
        );
    }
}

/// The text of an object with one key more, at its end.
fn twice(object: &Value, key: &str, value: &Value) -> String {
    let text = object.to_string();
    let open = text.strip_suffix('}').expect("an object ends with a brace");
    format!("{open},\"{key}\":{value}}}")
}

#[test]
fn a_tag_that_contradicts_the_type_is_refused() {
    let schema = Schema::bundled();
    let mut tagged = 0;
    for (type_name, definition) in schema.objects() {
        let Some((key, tag)) = own_tag(definition) else {
            continue;
        };
        tagged += 1;
        let mut full = schema.fullest(type_name);
        for other in [json!("another_tag"), json!(""), json!(5), json!({})] {
            full[key] = other;
            let pointer = format!("/{key}");
            assert_refused(type_name, &full.to_string(), &[type_name, key, &pointer]);
        }
        full[key] = json!("another_tag");
        assert_refused(type_name, &full.to_string(), &[tag, "another_tag"]);

        // Absent or `null` is no contradiction, and the tag is always written.
        full[key] = Value::Null;
        let written = read(type_name, &full.to_string())
            .unwrap_or_else(|error| panic!("{type_name}: {error}"));
        assert_eq!(written[key], tag);
        full.as_object_mut()
            .expect("a sample is an object")
            .remove(key);
        let written = read(type_name, &full.to_string())
            .unwrap_or_else(|error| panic!("{type_name}: {error}"));
        assert_eq!(written[key], tag);
    }
    assert!(tagged > 25, "only {tagged} types with a tag");
}

/// A wrong body is never swallowed by the unknown variant.
#[test]
fn a_known_tag_with_a_wrong_body_is_refused() {
    let schema = Schema::bundled();
    let mut bodies = 0;
    for (union, _, definition) in schema.tagged_unions() {
        for arm in arms(definition) {
            let (_, object) = schema.resolve(arm);
            for tag in schema.tags(arm) {
                let (tag_key, _) = own_tag(object).expect("an arm with tags has one");
                let quoted = format!("`{tag}`");
                for key in required(object) {
                    let mut value = schema.sample(arm, true);
                    value[tag_key] = tag.into();
                    value
                        .as_object_mut()
                        .expect("a sample is an object")
                        .remove(key);
                    let pointer = format!("/{key}");
                    assert_refused(union, &value.to_string(), &[&quoted, key, &pointer]);
                    value[key] = Value::Null;
                    assert_refused(union, &value.to_string(), &[&quoted, key, &pointer]);
                    bodies += 1;
                }
            }
        }
    }
    assert!(bodies > 60, "only {bodies} bodies");
}

#[test]
fn unions_take_objects_alone() {
    let schema = Schema::bundled();
    for (union, _, _) in schema.tagged_unions() {
        for other in ["null", "true", "5", "0.5", "\"text\"", "[]"] {
            assert_refused(union, other, &[union]);
        }
    }
}

#[test]
fn objects_take_objects_alone() {
    let schema = Schema::bundled();
    for (type_name, _) in schema.objects() {
        for other in ["null", "true", "5", "0.5", "\"text\"", "[]"] {
            assert_refused(type_name, other, &[type_name]);
        }
    }
}

#[test]
fn texts_take_texts_alone() {
    let schema = Schema::bundled();
    for (name, definition) in schema.definitions() {
        if definition["type"] != "string" {
            continue;
        }
        for other in ["null", "true", "5", "0.5", "{}", "[]"] {
            assert_refused(name, other, &[]);
        }
    }
}

/// A value somewhere in a payload is replaced; the error must say some words and where that was.
#[test]
fn errors_point_into_the_depth() {
    let cases = fixtures::json("refusals.json");
    let cases = cases.as_array().expect("a list of cases");
    assert_eq!(cases.len(), 23);
    for case in cases {
        let [file, pointer] = ["file", "pointer"].map(|key| case[key].as_str().expect("a text"));
        let fixture = fixtures::one(file);
        let mut json = fixture.json();
        *json
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{file} has no {pointer}")) = case["value"].clone();
        let words = case["words"].as_array().expect("a list of words");
        let words: Vec<&str> = words
            .iter()
            .filter_map(Value::as_str)
            .chain([pointer])
            .collect();
        assert_refused(fixture.type_name, &json.to_string(), &words);
    }
}

#[test]
fn broken_json_is_refused_wherever_it_breaks() {
    for fixture in fixtures::within("messages") {
        let text = fixture.text.trim_end();
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let cut = &text[..end];
            assert!(
                read(fixture.type_name, cut).is_err(),
                "{}: {cut}",
                fixture.path
            );
        }
        let more = format!("{text} {{}}");
        assert!(
            read(fixture.type_name, &more).is_err(),
            "{}: more than one",
            fixture.path
        );
    }
}
