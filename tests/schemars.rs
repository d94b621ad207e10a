//! The feature `schemars`: the types' schemas are the curated ones, wherever a generator puts its definitions.

use std::collections::BTreeSet;

use jsonschema::Validator;
use letta_types::{LettaMessage, SCHEMA, StepId, UnknownObject, json::Tolerant};
use schemars::{
    JsonSchema, Schema, SchemaGenerator,
    generate::{Contract, SchemaSettings},
    schema_for,
};
use serde_json::{Map, Value, json};
use support::{Form, every_type, fixtures};

/// A type by its name, and how a generator makes its schema.
struct Type {
    name: &'static str,
    /// What `schemars` calls it, and by what it tells it from others.
    ids: fn() -> [String; 2],
    make: fn(SchemaGenerator) -> Schema,
}

macro_rules! types {
    ($($name:ident)+) => {
        const TYPES: &[Type] = &[$(Type {
            name: stringify!($name),
            ids: || [
                letta_types::$name::schema_name().into_owned(),
                letta_types::$name::schema_id().into_owned(),
            ],
            make: |generator| generator.into_root_schema_for::<letta_types::$name>(),
        }),+];
    };
}

every_type!(types);

fn curated() -> Map<String, Value> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    schema["$defs"].as_object().expect("definitions").clone()
}

/// A schema with the path of its references replaced.
fn relinked(schema: &Value, from: &str, to: &str) -> Value {
    match schema {
        Value::Array(list) => list.iter().map(|value| relinked(value, from, to)).collect(),
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| match value.as_str() {
                Some(reference) if key == "$ref" => {
                    let name = reference.strip_prefix(from).expect("a definition");
                    (key.clone(), format!("{to}{name}").into())
                }
                _ => (key.clone(), relinked(value, from, to)),
            })
            .collect::<Map<_, _>>()
            .into(),
        leaf => leaf.clone(),
    }
}

/// The names of all definitions that a schema refers to.
fn references<'a>(schema: &'a Value, path: &str, into: &mut BTreeSet<&'a str>) {
    match schema {
        Value::Array(list) => list.iter().for_each(|value| references(value, path, into)),
        Value::Object(object) => {
            let reference = object.get("$ref").and_then(Value::as_str);
            into.extend(reference.and_then(|reference| reference.strip_prefix(path)));
            object
                .values()
                .for_each(|value| references(value, path, into));
        }
        _ => {}
    }
}

fn settings() -> [(&'static str, SchemaSettings); 3] {
    let elsewhere = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    [
        ("/$defs/", SchemaSettings::draft2020_12()),
        (
            "/$defs/",
            SchemaSettings::draft2020_12().with(|settings| settings.contract = Contract::Serialize),
        ),
        ("/components/schemas/", elsewhere),
    ]
}

#[test]
fn schemas_are_called_as_the_types_are() {
    for ty in TYPES {
        let [name, id] = (ty.ids)();
        assert_eq!(name, ty.name);
        assert_eq!(id, format!("letta_types::{}", ty.name));
    }
}

/// Each schema and all definitions with it are the curated ones, but for where references lead.
#[test]
fn definitions_are_the_curated_ones() {
    let curated = curated();
    for (path, settings) in settings() {
        for ty in TYPES {
            let root = (ty.make)(settings.clone().into_generator()).to_value();
            let defined = root.pointer(path.trim_end_matches('/'));
            let defined = defined
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default();
            for (name, definition) in &defined {
                assert_eq!(
                    relinked(definition, &format!("#{path}"), "#/$defs/"),
                    curated[name],
                    "{name} in {}",
                    ty.name
                );
            }

            let mut own = root.clone();
            let own = own.as_object_mut().expect("an object");
            let title = own.remove("title");
            assert_eq!(title, Some(ty.name.into()));
            for added in ["$schema", "$defs", "definitions", "components"] {
                own.remove(added);
            }
            assert_eq!(
                relinked(&Value::Object(own.clone()), &format!("#{path}"), "#/$defs/"),
                curated[ty.name],
                "{}",
                ty.name
            );

            // All that is referred to is there, and nothing else.
            let mut referred = BTreeSet::new();
            references(&root, &format!("#{path}"), &mut referred);
            assert_eq!(
                referred,
                defined.keys().map(String::as_str).collect(),
                "{}",
                ty.name
            );
        }
    }
}

/// A validator to which formats are annotations, as they are in 2020-12 and not in draft 7.
fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .should_validate_formats(false)
        .build(schema)
        .unwrap_or_else(|error| panic!("no schema: {error}"))
}

/// Whatever a payload is, the schema of every type says the same of it as the curated definition.
#[test]
fn schemas_judge_as_the_curated_one_does() {
    let definitions = Value::Object(curated());
    let values: Vec<Value> = fixtures::all()
        .iter()
        .flat_map(|fixture| match (fixture.form, fixture.json()) {
            (Form::List, Value::Array(list)) => list,
            (_, value) => vec![value],
        })
        .chain([
            json!("text"),
            json!(5),
            json!({}),
            json!([]),
            json!({ "message_type": "user_message" }),
        ])
        .collect();
    let inlining =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    // In draft 7, nothing may stand beside a reference.
    let generators = [
        SchemaSettings::draft2020_12(),
        SchemaSettings::draft07(),
        inlining.clone(),
    ];
    let (mut accepted, mut refused) = (0, 0);
    for ty in TYPES {
        let bundled = validator(&json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("#/$defs/{}", ty.name),
            "$defs": definitions,
        }));
        let own = generators.clone().map(|settings| {
            let schema = (ty.make)(settings.into_generator());
            validator(schema.as_value())
        });
        for value in &values {
            let expected = bundled.is_valid(value);
            for (index, own) in own.iter().enumerate() {
                assert_eq!(
                    own.is_valid(value),
                    expected,
                    "{} by {index}: {value}",
                    ty.name
                );
            }
            *if expected {
                &mut accepted
            } else {
                &mut refused
            } += 1;
        }

        let inlined = (ty.make)(inlining.clone().into_generator());
        let mut referred = BTreeSet::new();
        references(inlined.as_value(), "#", &mut referred);
        assert!(referred.is_empty(), "{} refers to {referred:?}", ty.name);
    }
    println!("{accepted} accepted, {refused} refused");
    assert!(accepted > 500 && refused > 5_000, "{accepted} {refused}");
}

#[derive(serde::Deserialize, JsonSchema)]
#[expect(dead_code, reason = "its schema is what matters")]
struct Page {
    /// Messages of the page.
    messages: Vec<LettaMessage>,
    last_step: Option<StepId>,
    rest: Vec<Tolerant<LettaMessage>>,
}

#[derive(serde::Serialize, JsonSchema)]
struct Other {
    object: UnknownObject,
}

#[test]
fn a_programs_own_types_hold_ours() {
    let schema = schema_for!(Page);
    let schema = schema.as_value();
    assert_eq!(
        schema["properties"]["messages"],
        json!({
            "description": "Messages of the page.",
            "type": "array",
            "items": { "$ref": "#/$defs/LettaMessage" },
        })
    );
    assert_eq!(
        schema["properties"]["rest"],
        json!({ "type": "array", "items": true })
    );
    let curated = curated();
    let defined = schema["$defs"].as_object().expect("definitions");
    assert_eq!(defined["LettaMessage"], curated["LettaMessage"]);
    assert_eq!(defined["StepId"], curated["StepId"]);

    let validator = validator(schema);
    let mut page = json!({ "messages": [], "last_step": "step-1", "rest": [5] });
    let message: Value = fixtures::json("messages/tool-call.json");
    page["messages"] = json!([message]);
    assert!(validator.is_valid(&page));
    page["messages"][0]["id"] = json!(5);
    assert!(!validator.is_valid(&page));

    let schema = schema_for!(Other);
    let object = &schema.as_value()["$defs"]["UnknownObject"];
    assert_eq!(object["type"], "object");
}
