//! The types' JSON Schemas: the definitions of the curated schema themselves.

use alloc::{borrow::Cow, string::String, vec};
use std::sync::OnceLock;

use ::schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::{UnknownObject, json::Tolerant};

/// Makes the schema that stands for the type of a name.
pub(crate) type Subschema = fn(&str, &mut SchemaGenerator) -> Option<Schema>;

/// A definition of the curated schema, with its references led to where the generator has its definitions.
pub(crate) fn definition(
    name: &str,
    generator: &mut SchemaGenerator,
    subschema: Subschema,
) -> Schema {
    static DEFINITIONS: OnceLock<Map<String, Value>> = OnceLock::new();
    let definitions = DEFINITIONS.get_or_init(|| {
        let mut schema: Value = serde_json::from_str(crate::SCHEMA).unwrap_or_default();
        match schema.get_mut("$defs").map(Value::take) {
            Some(Value::Object(definitions)) => definitions,
            _ => Map::new(),
        }
    });
    let mut definition = definitions.get(name).cloned().unwrap_or_default();
    relink(&mut definition, generator, subschema);
    definition.try_into().unwrap_or_default()
}

/// Replaces the references within a schema.
fn relink(schema: &mut Value, generator: &mut SchemaGenerator, subschema: Subschema) {
    match schema {
        Value::Array(list) => {
            for element in list {
                relink(element, generator, subschema);
            }
        }
        Value::Object(object) => {
            let referred = match object.get("$ref") {
                Some(Value::String(reference)) => reference
                    .strip_prefix("#/$defs/")
                    .and_then(|name| subschema(name, generator)),
                _ => None,
            };
            if let Some(referred) = referred {
                refer(object, referred);
            } else {
                for value in object.values_mut() {
                    relink(value, generator, subschema);
                }
            }
        }
        _ => {}
    }
}

/// Puts what the generator refers to, which can be the schema itself, in the place of a reference. What stands
/// beside the reference stays: it says of this place more than the definition does.
fn refer(object: &mut Map<String, Value>, referred: Schema) {
    object.remove("$ref");
    match referred.to_value() {
        Value::Object(referred) if object.is_empty() || is_reference(&referred) => {
            object.extend(referred);
        }
        inlined => {
            object.insert("allOf".into(), Value::Array(vec![inlined]));
        }
    }
}

fn is_reference(schema: &Map<String, Value>) -> bool {
    schema.len() == 1 && schema.contains_key("$ref")
}

/// Implements `JsonSchema` for types that are definitions of the curated schema under their own names.
///
/// ```text
/// json_schemas! { StepId AgentId }
/// ```
macro_rules! json_schemas {
    ($($name:ident)+) => {
        fn subschema(
            name: &str,
            generator: &mut ::schemars::SchemaGenerator,
        ) -> Option<::schemars::Schema> {
            match name {
                $(::core::stringify!($name) => Some(generator.subschema_for::<$name>()),)+
                _ => None,
            }
        }

        $(
            #[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
            impl ::schemars::JsonSchema for $name {
                fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
                    ::core::stringify!($name).into()
                }

                fn schema_id() -> ::alloc::borrow::Cow<'static, str> {
                    ::core::concat!("letta_types::", ::core::stringify!($name)).into()
                }

                fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    $crate::ext::schemars::definition(
                        ::core::stringify!($name),
                        generator,
                        subschema,
                    )
                }
            }
        )+
    };
}

/// Implements `JsonSchema` for types that are on the wire what others are.
///
/// ```text
/// same_schemas! { RawProviderTrace as ProviderTrace; }
/// ```
macro_rules! same_schemas {
    ($($name:ident as $same:ident;)+) => {$(
        #[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
                $same::schema_name()
            }

            fn schema_id() -> ::alloc::borrow::Cow<'static, str> {
                $same::schema_id()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $same::json_schema(generator)
            }
        }
    )+};
}

pub(crate) use json_schemas;
pub(crate) use same_schemas;

/// Any object.
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
impl JsonSchema for UnknownObject {
    fn schema_name() -> Cow<'static, str> {
        "UnknownObject".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "letta_types::UnknownObject".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        ::schemars::json_schema!({
            "description": "An object of a kind that isn't known.",
            "type": "object",
        })
    }
}

/// Any JSON: a malformed element can be anything.
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
impl<T> JsonSchema for Tolerant<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Tolerant".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "letta_types::json::Tolerant".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        true.into()
    }
}
