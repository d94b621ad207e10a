//! The bundled schema says all that the documents say.

use std::collections::BTreeSet;

use serde_json::Value;
use support::{
    Schema, fixtures,
    schema::{arms, own_tag, properties, required},
    types::NAMES,
};

/// Type by type and field by field, what the documents, the published OpenAPI and the official SDKs
/// say: without their prose.
fn documented() -> Value {
    fixtures::json("documented-types.json")
}

fn strings(value: &Value) -> BTreeSet<&str> {
    let list = value.as_array().map_or(&[][..], Vec::as_slice);
    list.iter().filter_map(Value::as_str).collect()
}

#[test]
fn every_documented_field_is_there() {
    let schema = Schema::bundled();
    let documented = documented();
    let types = documented["types"].as_object().expect("types by name");
    assert_eq!(types.len(), 44);
    for (name, fields) in types {
        let definition = schema.definition(name);
        let declared = properties(definition);
        for (field, facts) in fields.as_object().expect("fields by name") {
            let property = declared
                .get(field)
                .unwrap_or_else(|| panic!("{name} doesn't declare {field}"));
            assert_field(&schema, &format!("{name}.{field}"), property, facts);
            assert_eq!(
                required(definition).contains(field.as_str()),
                facts["required"] == true,
                "whether {name}.{field} is required"
            );
        }
    }
}

fn assert_field(schema: &Schema, at: &str, property: &Value, facts: &Value) {
    let expected = strings(&facts["kinds"]);
    let declared = schema.json_types(property);
    // The schema may take more than the documents say, where a server has sent more.
    assert!(
        declared.is_superset(&expected),
        "{at} takes {declared:?}, and the documents say {expected:?}"
    );
    assert_eq!(
        declared.is_empty(),
        expected.is_empty(),
        "whether {at} is any JSON"
    );

    let deprecated = facts["deprecated"] == true;
    assert_eq!(
        property["deprecated"] == true,
        deprecated,
        "whether {at} is deprecated"
    );

    let values = strings(&facts["values"]);
    let (_, resolved) = schema.resolve(property);
    match resolved["const"].as_str() {
        Some(tag) => assert_eq!(values, [tag].into(), "the tag of {at}"),
        None => assert_eq!(strings(&resolved["enum"]), values, "the values of {at}"),
    }
}

/// Optional means: not required, and nullable. A server sends `null` for what isn't set.
#[test]
fn every_optional_field_takes_null_and_no_required_one_does() {
    let schema = Schema::bundled();
    for (name, definition) in schema.objects() {
        let required = required(definition);
        let tag = own_tag(definition).map(|(key, _)| key);
        for (field, property) in properties(definition) {
            if tag == Some(field.as_str()) {
                assert!(
                    !required.contains(tag.unwrap_or_default()),
                    "{name}: a tag is required"
                );
                continue;
            }
            let anything = property.get("$ref").is_none()
                && property.get("type").is_none()
                && property.get("anyOf").is_none();
            assert_eq!(
                anything || takes_null(property),
                anything || !required.contains(field.as_str()),
                "{name}.{field}"
            );
        }
    }
}

fn takes_null(property: &Value) -> bool {
    strings(&property["type"]).contains("null") || arms(property).any(|arm| arm["type"] == "null")
}

#[test]
fn every_documented_enum_value_is_there() {
    let schema = Schema::bundled();
    let documented = documented();
    let enums = documented["enums"].as_object().expect("enums by name");
    assert_eq!(enums.len(), 5);
    for (name, values) in enums {
        let declared = strings(&schema.definition(name)["enum"]);
        assert_eq!(declared, strings(values), "{name}");
    }
}

#[test]
fn every_documented_kind_of_message_is_in_the_union() {
    let schema = Schema::bundled();
    let documented = documented();
    let expected = strings(&documented["enums"]["MessageType"]);
    let union = schema.definition("LettaMessage");
    let today: BTreeSet<&str> = arms(union)
        .filter_map(|arm| schema.tags(arm).first().copied())
        .collect();
    assert_eq!(today, expected);
    let former: BTreeSet<&str> = arms(union)
        .flat_map(|arm| schema.tags(arm).into_iter().skip(1))
        .collect();
    assert_eq!(former, ["event", "summary"].into());
}

/// The published discriminator reads a tool return as a tool call.
#[test]
fn every_documented_kind_of_content_is_in_its_union() {
    let schema = Schema::bundled();
    for (union, expected) in [
        (
            "MessageContentPart",
            &[
                ("text", "TextContent"),
                ("image", "ImageContent"),
                ("tool_call", "ToolCallContent"),
                ("tool_return", "ToolReturnContent"),
                ("reasoning", "ReasoningContent"),
                ("redacted_reasoning", "RedactedReasoningContent"),
                ("omitted_reasoning", "OmittedReasoningContent"),
                ("summarized_reasoning", "SummarizedReasoningContent"),
            ][..],
        ),
        (
            "UserContentPart",
            &[("text", "TextContent"), ("image", "ImageContent")],
        ),
        ("AssistantContentPart", &[("text", "TextContent")]),
        (
            "ToolReturnContentPart",
            &[("text", "TextContent"), ("image", "ImageContent")],
        ),
        (
            "ImageSource",
            &[
                ("url", "UrlImage"),
                ("base64", "Base64Image"),
                ("letta", "LettaImage"),
            ],
        ),
        (
            "Approval",
            &[("approval", "ApprovalReturn"), ("tool", "ToolReturn")],
        ),
    ] {
        let declared: Vec<(&str, &str)> = arms(schema.definition(union))
            .map(|arm| {
                let (name, definition) = schema.referred(arm).expect("an arm is a reference");
                let (_, tag) = own_tag(definition).expect("a part has a tag");
                (tag, name)
            })
            .collect();
        assert_eq!(declared, expected, "{union}");
    }
}

#[test]
fn everything_is_described() {
    let schema = Schema::bundled();
    for (name, definition) in schema.definitions() {
        assert_described(name, definition);
        assert!(
            definition["x-letta-source"]
                .as_str()
                .is_some_and(|source| !source.is_empty()),
            "{name} doesn't say where it is documented"
        );
        if definition.get("properties").is_some() {
            for (field, property) in properties(definition) {
                assert_described(&format!("{name}.{field}"), property);
            }
        }
        for (index, arm) in arms(definition).enumerate() {
            assert_described(&format!("{name}, arm {index}"), arm);
        }
        for value in strings(&definition["enum"]) {
            let described = definition["x-letta-values"][value].as_str();
            assert!(
                described.is_some_and(|text| !text.is_empty()),
                "{name}: {value}"
            );
        }
    }
}

fn assert_described(at: &str, schema: &Value) {
    let text = schema["description"].as_str().unwrap_or_default();
    assert!(!text.trim().is_empty(), "{at} has no description");
}

/// The tests read types by name: each definition must be a type, and no type may be without one.
#[test]
fn every_definition_is_a_type_of_the_crate() {
    let schema = Schema::bundled();
    let defined: BTreeSet<&str> = schema.definitions().keys().map(String::as_str).collect();
    let types: BTreeSet<&str> = NAMES.iter().copied().collect();
    assert_eq!(defined, types);
}

#[test]
fn the_schema_is_one_document_of_the_dialect() {
    let schema: Value = serde_json::from_str(letta_types::SCHEMA).expect("the schema is JSON");
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let mut references = Vec::new();
    collect_references(&schema, &mut references);
    assert!(
        references.len() > 100,
        "only {} references",
        references.len()
    );
    for reference in references {
        let pointer = reference
            .strip_prefix('#')
            .unwrap_or_else(|| panic!("{reference} leaves the document"));
        assert!(
            schema.pointer(pointer).is_some(),
            "{reference} leads nowhere"
        );
    }
}

fn collect_references<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::Object(object) => {
            into.extend(object.get("$ref").and_then(Value::as_str));
            object
                .values()
                .for_each(|value| collect_references(value, into));
        }
        Value::Array(list) => list
            .iter()
            .for_each(|value| collect_references(value, into)),
        _ => {}
    }
}
