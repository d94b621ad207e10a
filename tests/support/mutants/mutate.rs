//! All the steps away from a value.

use serde_json::Value;

use super::place::{Place, Shape};
use crate::{
    instances::{Document, reference},
    schema::{Schema, own_arms, own_tag, properties, required},
};

/// One step away from a document.
#[derive(Clone, Debug)]
pub struct Mutation {
    /// The positions of the fields and elements that lead to the place.
    path: Vec<usize>,
    edit: Edit,
}

#[derive(Clone, Debug)]
enum Edit {
    Replace(Document),
    Drop(usize),
    Add(End, Vec<(String, Document)>),
    Push(Document),
}

#[derive(Clone, Copy, Debug)]
enum End {
    Front,
    Back,
}

impl Mutation {
    /// The document with this step taken.
    pub fn of(&self, document: &Document) -> Document {
        let mut mutant = document.clone();
        let place = mutant.at_mut(&self.path);
        match (&self.edit, place) {
            (Edit::Replace(value), place) => *place = value.clone(),
            (Edit::Push(value), Document::Array(list)) => list.push(value.clone()),
            (Edit::Drop(index), Document::Object(fields)) => {
                fields.remove(*index);
            }
            (Edit::Add(End::Front, new), Document::Object(fields)) => {
                fields.splice(0..0, new.iter().cloned());
            }
            (Edit::Add(End::Back, new), Document::Object(fields)) => {
                fields.extend(new.iter().cloned());
            }
            (edit, place) => panic!("{edit:?} of {place}"),
        }
        mutant
    }
}

/// All the steps away from a document of a type.
pub fn mutations(schema: &Schema, type_name: &str, document: &Document) -> Vec<Mutation> {
    let mut mutator = Mutator {
        schema,
        path: Vec::new(),
        mutations: Vec::new(),
    };
    mutator.value(&reference(type_name), document);
    mutator.mutations
}

struct Mutator<'a> {
    schema: &'a Schema,
    path: Vec<usize>,
    mutations: Vec<Mutation>,
}

impl Mutator<'_> {
    fn step(&mut self, edit: Edit) {
        self.mutations.push(Mutation {
            path: self.path.clone(),
            edit,
        });
    }

    fn add(&mut self, end: End, key: &str, value: Document) {
        self.step(Edit::Add(end, vec![(key.to_owned(), value)]));
    }

    fn within(&mut self, index: usize, of: &Value, document: &Document) {
        self.path.push(index);
        self.value(of, document);
        self.path.pop();
    }

    fn value(&mut self, of: &Value, document: &Document) {
        let schema = self.schema;
        let place = Place::of(schema, of, document);
        self.replace(of, document);
        match (&place.shape, document) {
            (Shape::Object { definition, .. }, Document::Object(fields)) => {
                self.object(definition, fields);
                self.unknown_fields(fields);
                self.tag(&place, fields);
                self.fields_of_other_arms(&place, document);
            }
            (Shape::UnknownKind, Document::Object(fields)) => {
                self.unknown_fields(fields);
                self.tag(&place, fields);
                self.fields_of_other_arms(&place, document);
            }
            (Shape::Leaf(leaf), Document::Array(list)) => self.list(leaf, list),
            (Shape::Leaf(_), Document::Object(_)) => {
                self.step(Edit::Add(End::Back, twice()));
            }
            _ => {}
        }
    }

    /// A value of every other JSON type, and odd values of its own.
    fn replace(&mut self, of: &Value, document: &Document) {
        let types = self.schema.json_types(of);
        let is_number = types.contains("integer") || types.contains("number");
        let numbers = NUMBERS.iter().filter(|_| is_number).map(Document::number);
        let texts = ["", "x_new", "SUCCESS"].map(Document::text);
        let replacements = [
            Document::Null,
            Document::Bool(true),
            Document::number(5),
            Document::number("0.5"),
            Document::text("text"),
            Document::Array(vec![]),
            Document::Array(vec![Document::text("text")]),
            Document::Object(vec![]),
            Document::Object(vec![("key".to_owned(), Document::text("value"))]),
        ];
        let texts = texts.into_iter().filter(|_| types.contains("string"));
        for value in replacements.into_iter().chain(numbers).chain(texts) {
            if value != *document {
                self.step(Edit::Replace(value));
            }
        }
    }

    fn object(&mut self, definition: &Value, fields: &[(String, Document)]) {
        let tag = own_tag(definition).map(|(key, _)| key);
        for (index, (key, document)) in fields.iter().enumerate() {
            self.step(Edit::Drop(index));
            if let Some(property) = properties(definition).get(key) {
                self.add(End::Back, key, document.clone());
                self.add(End::Back, key, Document::Null);
                self.add(End::Front, key, Document::Null);
                if tag != Some(key) {
                    self.within(index, property, document);
                }
            }
        }
        for key in properties(definition).keys() {
            if !fields.iter().any(|(name, _)| name == key) {
                self.add(End::Back, key, Document::Null);
                self.add(End::Back, key, Document::Array(vec![Document::Null]));
                self.add(End::Front, key, Document::Bool(true));
            }
        }
    }

    fn unknown_fields(&mut self, fields: &[(String, Document)]) {
        let value = Document::Object(vec![(
            "deep".to_owned(),
            Document::Array(vec![Document::Null]),
        )]);
        self.add(End::Front, "x_new", value);
        self.add(End::Back, "x_new", Document::Null);
        self.step(Edit::Add(End::Front, twice()));
        self.step(Edit::Add(End::Back, twice()));
        let deep = Document::Array(vec![Document::Null, Document::Object(twice())]);
        self.add(End::Front, "x_new", deep.clone());
        self.add(End::Back, "x_new", deep);
        // The end of the front and the end of the back are apart.
        if let Some((key, value)) = fields.last() {
            self.add(End::Front, key, value.clone());
        }
    }

    /// Every tag that the union or the type knows, others, and no text.
    fn tag(&mut self, place: &Place<'_>, fields: &[(String, Document)]) {
        let schema = self.schema;
        let own = match place.shape {
            Shape::Object { definition, .. } => own_tag(definition),
            _ => None,
        };
        let Some(key) = own.map(|(key, _)| key).or(place.union.map(|(_, key)| key)) else {
            return;
        };
        let of_union = place
            .union
            .into_iter()
            .flat_map(|(union, _)| own_arms(union));
        let known = of_union.flat_map(|arm| schema.tags(arm));
        let former = match place.shape {
            Shape::Object { definition, .. } => {
                definition["properties"][key]["x-letta-former-tags"].as_array()
            }
            _ => None,
        };
        let former = former.into_iter().flatten().filter_map(Value::as_str);
        let tags = known
            .chain(former)
            .chain(["", "x_new", "Text"])
            .map(Document::text);
        let others = [
            Document::Null,
            Document::Bool(true),
            Document::number(5),
            Document::Array(vec![]),
            Document::Object(vec![]),
        ];
        let position = fields.iter().position(|(name, _)| name == key);
        for tag in tags.chain(others) {
            match position {
                None => {
                    self.add(End::Front, key, tag.clone());
                    self.add(End::Back, key, tag);
                }
                Some(index) if fields[index].1 != tag => {
                    self.path.push(index);
                    self.step(Edit::Replace(tag.clone()));
                    self.path.pop();
                    // Twice, and the two differ.
                    self.add(End::Front, key, tag.clone());
                    self.add(End::Back, key, tag);
                }
                Some(_) => {}
            }
        }
    }

    /// What another arm requires makes an object without a tag ambiguous.
    fn fields_of_other_arms(&mut self, place: &Place<'_>, document: &Document) {
        let Some((union, _)) = place.union else {
            return;
        };
        let schema = self.schema;
        for arm in own_arms(union) {
            let (_, definition) = schema.resolve(arm);
            for key in required(definition) {
                if document.get(key).is_none() {
                    let value = schema.sample(&definition["properties"][key], false);
                    self.add(End::Back, key, value.into());
                    self.add(End::Front, key, Document::Array(vec![Document::number(5)]));
                }
            }
        }
    }

    fn list(&mut self, leaf: &Value, list: &[Document]) {
        let Some(items) = leaf.get("items") else {
            return;
        };
        self.step(Edit::Push(Document::Null));
        self.step(Edit::Push(Document::Bool(true)));
        for (index, element) in list.iter().enumerate() {
            self.within(index, items, element);
        }
    }
}

/// A field that comes twice and holds the same.
fn twice() -> Vec<(String, Document)> {
    vec![("x/y~z".to_owned(), Document::number(1)); 2]
}

/// Digits at the edges of what an integer is.
const NUMBERS: &[&str] = &[
    "0",
    "-0.0",
    "12.0",
    "12.5",
    "1e3",
    "1e300",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "-9223372036854775808",
    "-9223372036854775809",
    "9007199254740993",
    "9007199254740991.0",
    "9007199254740992.0",
    "9007199254740993.0",
    "-9007199254740993.0",
];
