//! What a schema says by its own keywords.

use letta_types_codegen::json::Json;

use super::document::{Node, Version};

/// Whether a key says what values there are, and isn't a mere annotation or bound.
pub(super) fn is_own(key: &str) -> bool {
    const KEYS: &[&str] = &[
        "$ref",
        "additionalProperties",
        "allOf",
        "anyOf",
        "const",
        "enum",
        "items",
        "oneOf",
        "prefixItems",
        "properties",
        "required",
        "type",
    ];
    KEYS.contains(&key)
}

/// The names under `type`.
pub(super) fn types<'a>(node: &Node<'a>) -> Vec<&'a str> {
    match node.json.get("type") {
        Some(Json::String(name)) => vec![name],
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether a schema is of objects, or can be part of one.
pub(super) fn is_object(node: &Node<'_>) -> bool {
    let types = types(node);
    if types.is_empty() {
        let keys = ["properties", "required", "additionalProperties"];
        keys.iter().any(|key| node.get(key).is_some())
    } else {
        types.iter().all(|name| ["object", "null"].contains(name))
            && node.get("enum").or(node.get("const")).is_none()
    }
}

/// Whether null is the only value.
pub(super) fn is_null(node: &Node<'_>) -> bool {
    match (node.json.get("const"), node.json.get("enum")) {
        (Some(only), _) => *only == Json::Null,
        (None, Some(Json::Array(all))) => {
            !all.is_empty() && all.iter().all(|own| *own == Json::Null)
        }
        _ => types(node) == ["null"],
    }
}

/// Whether null is a value, as far as the schema itself says.
pub(super) fn says_null(node: &Node<'_>, version: Version) -> bool {
    if version == Version::V30 && node.is("nullable") {
        return true;
    }
    let types = types(node);
    let by_type = types.contains(&"null");
    match (node.json.get("const"), node.json.get("enum")) {
        (Some(only), _) => *only == Json::Null,
        (None, Some(Json::Array(all))) => {
            all.contains(&Json::Null) && (by_type || types.is_empty())
        }
        _ => by_type,
    }
}
