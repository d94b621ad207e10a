//! Random values of every definition, for proptest.

use std::collections::HashMap;

use proptest::{
    collection::vec, prelude::*, sample::select, strategy::Union, test_runner::TestRunner,
};
use serde_json::Value;
use support::{
    Schema,
    instances::{Document, Instance, atoms},
    schema::{arms, properties, required},
};

/// A random value of any definition that has fields or arms.
pub(crate) fn instances(schema: &Schema) -> impl Strategy<Value = Instance> + use<> {
    let mut strategies = Strategies {
        schema,
        made: HashMap::new(),
    };
    let names = schema.definitions().iter();
    let names = names.filter(|(_, definition)| {
        definition.get("properties").is_some() || definition.get("anyOf").is_some()
    });
    let of_names = names.map(|(name, definition)| {
        let type_name = name.clone();
        let instance = move |document| Instance {
            type_name: type_name.clone(),
            document,
        };
        strategies
            .named(name, definition)
            .prop_map(instance)
            .boxed()
    });
    Union::new(of_names.collect::<Vec<_>>())
}

/// How many cases, and which: as the variables `PROPTEST_CASES` and `PROPTEST_RNG_SEED` say. Without
/// them it is always the same few, so that a failure is there again the next time.
pub(crate) fn runner(few: u32) -> TestRunner {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = few;
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(20_261_121);
    }
    // The smallest failing value is printed, as JSON: it belongs into a file in `fixtures/found`.
    config.failure_persistence = None;
    TestRunner::new(config)
}

struct Strategies<'a> {
    schema: &'a Schema,
    made: HashMap<&'a str, BoxedStrategy<Document>>,
}

impl<'a> Strategies<'a> {
    fn named(&mut self, name: &'a str, definition: &'a Value) -> BoxedStrategy<Document> {
        if let Some(made) = self.made.get(name) {
            return made.clone();
        }
        let made = self.make(definition);
        self.made.insert(name, made.clone());
        made
    }

    fn of(&mut self, of: &'a Value) -> BoxedStrategy<Document> {
        match self.schema.resolve(of) {
            (Some(name), definition) => self.named(name, definition),
            (None, resolved) => self.make(resolved),
        }
    }

    fn make(&mut self, of: &'a Value) -> BoxedStrategy<Document> {
        if of.get("anyOf").is_some() {
            let arms: Vec<_> = arms(of).map(|arm| self.of(arm)).collect();
            Union::new(arms).boxed()
        } else if of.get("properties").is_some() {
            self.object(of)
        } else {
            self.leaf(of)
        }
    }

    /// The declared fields absent, `null` or present, unknown ones beside them, in any order.
    fn object(&mut self, definition: &'a Value) -> BoxedStrategy<Document> {
        let required = required(definition);
        let fields: Vec<_> = properties(definition)
            .iter()
            .map(|(key, property)| self.field(key, property, required.contains(key.as_str())))
            .collect();
        (fields, vec((select(atoms::KEYS), anything()), 0..3))
            .prop_map(|(fields, unknown)| {
                let declared = fields.into_iter().flatten();
                declared.chain(without_repetition(unknown)).collect()
            })
            .prop_shuffle()
            .prop_map(Document::Object)
            .boxed()
    }

    fn field(&mut self, key: &str, property: &'a Value, is_required: bool) -> BoxedStrategy<Field> {
        let key = key.to_owned();
        let with = move |value| Some((key.clone(), value));
        if let Some(tag) = property["const"].as_str() {
            return prop_oneof![1 => Just(None), 3 => Just(with(Document::text(tag)))].boxed();
        }
        let null = Just(with(Document::Null));
        let present = self.of(property).prop_map(with);
        if is_required {
            present.boxed()
        } else {
            prop_oneof![1 => Just(None), 1 => null, 2 => present].boxed()
        }
    }

    fn leaf(&mut self, leaf: &'a Value) -> BoxedStrategy<Document> {
        if let Some(values) = leaf["enum"].as_array() {
            return select(values.clone()).prop_map(Document::from).boxed();
        }
        match self.schema.json_types(leaf).first() {
            Some(&"string") => text().prop_map(Document::String).boxed(),
            Some(&"boolean") => any::<bool>().prop_map(Document::Bool).boxed(),
            Some(&"integer") => integer(leaf),
            Some(&"number") => double(),
            Some(&"object") => map(),
            Some(&"array") => vec(self.of(&leaf["items"]), 0..4)
                .prop_map(Document::Array)
                .boxed(),
            Some(other) => panic!("no values are known for the type {other}"),
            None => anything(),
        }
    }
}

/// A field of an object, or its absence.
type Field = Option<(String, Document)>;

fn without_repetition(fields: Vec<(&str, Document)>) -> impl Iterator<Item = (String, Document)> {
    let fields: HashMap<&str, Document> = fields.into_iter().collect();
    let owned = |(key, value): (&str, Document)| (key.to_owned(), value);
    fields
        .into_iter()
        .map(owned)
        .collect::<Vec<_>>()
        .into_iter()
}

fn text() -> impl Strategy<Value = String> + use<> {
    let edges: Vec<String> = atoms::texts()
        .into_iter()
        .filter_map(|text| match text {
            Document::String(text) => Some(text),
            _ => None,
        })
        .collect();
    let any = vec(any::<char>(), 0..12).prop_map(String::from_iter);
    prop_oneof![1 => select(edges), 2 => any]
}

fn integer(leaf: &Value) -> BoxedStrategy<Document> {
    let bounds = (leaf["minimum"].as_i64(), leaf["maximum"].as_i64());
    match bounds {
        (Some(least), Some(most)) => (least..=most).prop_map(Document::number).boxed(),
        _ => prop_oneof![select(atoms::INTEGERS), any::<i64>()]
            .prop_map(Document::number)
            .boxed(),
    }
}

fn double() -> BoxedStrategy<Document> {
    let finite = prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO;
    prop_oneof![select(atoms::DOUBLES), finite]
        .prop_map(atoms::double)
        .boxed()
}

fn map() -> BoxedStrategy<Document> {
    fields(anything()).prop_map(Document::Object).boxed()
}

/// Any JSON at all, numbers of 64 bits, and no key twice.
fn anything() -> BoxedStrategy<Document> {
    let leaf = prop_oneof![
        Just(Document::Null),
        any::<bool>().prop_map(Document::Bool),
        any::<i64>().prop_map(Document::number),
        any::<u64>().prop_map(Document::number),
        double(),
        text().prop_map(Document::String),
        select(atoms::anything()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let list = vec(inner.clone(), 0..4).prop_map(Document::Array);
        prop_oneof![list, fields(inner).prop_map(Document::Object)]
    })
    .boxed()
}

fn fields(
    values: BoxedStrategy<Document>,
) -> impl Strategy<Value = Vec<(String, Document)>> + use<> {
    let key = prop_oneof![select(atoms::KEYS).prop_map(str::to_owned), text()];
    prop::collection::btree_map(key, values, 0..4).prop_map(|map| map.into_iter().collect())
}
