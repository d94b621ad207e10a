//! Lowers objects to the draft-07 subset that typify takes without trouble.
//!
//! Typify is good at the shapes of structs. Everything else it makes worse than we do: unions become
//! untagged or merged, enums closed, and some inputs make it panic. So it sees objects of plain fields
//! only; all that has a name of its own and is no object is a reference that [`shapes`](crate::shapes)
//! declares to exist already.

use crate::{
    json::Json,
    schema::{Def, DefKind, Field, Schema, Type},
};

/// The draft-07 document of the schema's objects.
#[must_use]
pub fn lower(schema: &Schema) -> Json {
    let definitions = schema.defs().filter(|def| !is_bare(def)).map(|def| {
        let lowered = match &def.kind {
            DefKind::Object(object) => Json::object([
                ("type", "object".into()),
                (
                    "properties",
                    Json::object(
                        object
                            .fields
                            .iter()
                            .map(|field| (field.key.clone(), property(field))),
                    ),
                ),
                (
                    "required",
                    Json::array(
                        object
                            .fields
                            .iter()
                            .filter(|field| field.required)
                            .map(|field| Json::from(field.key.as_str())),
                    ),
                ),
            ]),
            // Never looked at: replaced by the type of its name.
            _ => Json::object([("type", "string".into())]),
        };
        (def.name.clone(), lowered)
    });
    Json::object([
        ("$schema", "http://json-schema.org/draft-07/schema#".into()),
        ("definitions", Json::object(definitions)),
    ])
}

/// Whether it is an object of a tag and nothing else: typify would make it a map.
#[must_use]
pub fn is_bare(def: &Def) -> bool {
    matches!(&def.kind, DefKind::Object(object) if object.fields.is_empty())
}

fn property(field: &Field) -> Json {
    let plain = ty(&field.ty);
    if field.required {
        return plain;
    }
    // Typify makes an `Option` of what may be null, whereas an optional array alone becomes a `Vec`
    // that can't tell absent from empty.
    Json::object([(
        "anyOf",
        Json::array([plain, Json::object([("type", "null".into())])]),
    )])
}

fn ty(ty: &Type) -> Json {
    let named = |name: &str| Json::object([("type", name.into())]);
    match ty {
        Type::String => named("string"),
        Type::Boolean => named("boolean"),
        Type::Integer => Json::object([("type", "integer".into()), ("format", "int64".into())]),
        Type::Number => named("number"),
        Type::Any => Json::Object(Vec::new()),
        Type::Map => Json::object([
            ("type", "object".into()),
            ("additionalProperties", Json::Bool(true)),
        ]),
        Type::Array(items) => Json::object([("type", "array".into()), ("items", self::ty(items))]),
        Type::Ref(name) => {
            Json::object([("$ref", format!("#/definitions/{name}").as_str().into())])
        }
    }
}
