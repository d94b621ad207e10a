//! The words of the API: keys, tags and enum values, as the schema lists them.

use std::{collections::BTreeSet, sync::LazyLock};

use serde_json::Value;
use support::{
    Schema,
    schema::{own_tag, properties},
};

/// The bundled schema.
pub static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::bundled);

/// All words, sorted.
pub static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words = BTreeSet::new();
    for (_, object) in SCHEMA.objects() {
        words.extend(properties(object).keys().cloned());
        if let Some((key, tag)) = own_tag(object) {
            words.insert(tag.to_owned());
            words.extend(texts(&object["properties"][key]["x-letta-former-tags"]));
        }
    }
    for definition in SCHEMA.definitions().values() {
        words.extend(texts(&definition["enum"]));
    }
    words.into_iter().collect()
});

/// The keys that are tags.
pub const TAG_KEYS: [&str; 2] = ["message_type", "type"];

fn texts(list: &Value) -> impl Iterator<Item = String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|value| Some(value.as_str()?.to_owned()))
}
