//! Reads schema files and holds them to the dialect of `schema/README.md`.
//!
//! Every key is either read or refused: a keyword that the generator doesn't honour must not look honoured.

mod operations;

use crate::{
    json::Json,
    names,
    problem::{Place, Problem, Problems},
    schema::{
        Arm, BASE, By, Def, DefKind, Field, File, JSON_SCHEMA, ObjectDef, Schema, Tag, Type,
        UnionDef,
    },
};

const SEE: &str = "schema/README.md lists what the dialect knows";

/// How many bytes of an identifier fit into an object: as in `IdText` of the crate's runtime.
const INLINE: usize = 46;

/// A schema file.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name, such as `steps.json`.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// Reads all files.
///
/// # Errors
///
/// All that isn't of the dialect.
pub fn load(sources: &[Source<'_>]) -> Result<Schema, Problems> {
    let mut loader = Loader::default();
    let files = sources
        .iter()
        .filter_map(|source| loader.file(source))
        .collect();
    Problems::none_or(loader.problems, Schema { files })
}

#[derive(Default)]
struct Loader {
    problems: Vec<Problem>,
}

impl Loader {
    fn refuse(&mut self, place: &Place, message: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(place.problem(message, remedy));
    }

    fn file(&mut self, source: &Source<'_>) -> Option<File> {
        let place = Place::file(source.name);
        let json = match serde_json::from_str::<Json>(source.text) {
            Ok(json) => json,
            Err(error) => {
                self.refuse(&place, format!("not JSON: {error}"), "mend the syntax");
                return None;
            }
        };
        let node = Node::new(self, place.clone(), &json)?;
        let schema = node.text(self, "$schema")?;
        if schema != JSON_SCHEMA {
            self.refuse(
                &place.at("$schema"),
                "not JSON Schema 2020-12",
                format!("say \"{JSON_SCHEMA}\""),
            );
        }
        let id = format!("{BASE}{}", source.name);
        if node.text(self, "$id")? != id {
            self.refuse(
                &place.at("$id"),
                "not the file's own address",
                format!("say \"{id}\""),
            );
        }
        let title = node.text(self, "title")?;
        let description = node.text(self, "description")?;
        let defs_json = node.take("$defs").and_then(Json::as_object);
        let operations_json = node.take("x-letta-operations").and_then(|json| {
            let operations = json.as_object();
            if operations.is_none() {
                self.refuse(
                    &place.at("x-letta-operations"),
                    "not an object",
                    "write operations by their names here",
                );
            }
            operations
        });
        let api = node
            .take("x-letta-api")
            .and_then(|json| self.api(&place.at("x-letta-api"), json));
        node.finish(self);
        if defs_json.is_none() && operations_json.is_none() {
            self.refuse(
                &place,
                "no object `$defs`",
                "put the definitions into `$defs`, or operations into `x-letta-operations`",
            );
            return None;
        }
        let defs_json = defs_json.unwrap_or_default();
        let operations_json = operations_json.unwrap_or_default();
        let module = names::module(source.name);
        let defs = defs_json
            .iter()
            .filter_map(|(name, json)| self.def(name, &place.at("$defs").at(name), json))
            .collect();
        let operations = operations_json
            .iter()
            .filter_map(|(name, json)| {
                self.operation(name, &place.at("x-letta-operations").at(name), json)
            })
            .collect();
        Some(File {
            name: source.name.to_owned(),
            module,
            title,
            description,
            defs,
            operations,
            api,
            json: defs_json.to_vec(),
            operations_json: operations_json.to_vec(),
        })
    }

    fn pascal_case(&mut self, name: &str, place: &Place) {
        if heck::ToPascalCase::to_pascal_case(name) != name {
            self.refuse(
                place,
                format!("`{name}` isn't Pascal case"),
                format!("call it `{}`", heck::ToPascalCase::to_pascal_case(name)),
            );
        }
    }

    fn def(&mut self, name: &str, place: &Place, json: &Json) -> Option<Def> {
        self.pascal_case(name, place);
        let node = Node::new(self, place.clone(), json)?;
        let description = node.text(self, "description");
        let source = node.text(self, "x-letta-source");
        let names = node.texts(self, "x-letta-names");
        let root = node.flag(self, "x-letta-root");
        let kind = self.kind(&node)?;
        node.finish(self);
        Some(Def {
            name: name.to_owned(),
            place: place.clone(),
            description: description?,
            source: source?,
            names,
            root,
            kind,
        })
    }

    fn kind(&mut self, node: &Node<'_>) -> Option<DefKind> {
        if let Some(arms) = node.take("anyOf") {
            return self.union(node, arms).map(DefKind::Union);
        }
        match node.text(self, "type")?.as_str() {
            "object" => self.object(node).map(DefKind::Object),
            "string" => self.string(node),
            other => {
                self.refuse(
                    &node.place.at("type"),
                    format!("a definition can't be of type `{other}`"),
                    "define objects, unions, enums, identifiers and the timestamp; write other types in place",
                );
                None
            }
        }
    }

    fn string(&mut self, node: &Node<'_>) -> Option<DefKind> {
        if let Some(values) = node.take("enum") {
            return self.enumeration(node, values);
        }
        if let Some(prefix) = node.take("x-letta-id") {
            let prefix = prefix.as_str().map(str::to_owned);
            if prefix.is_none() {
                self.refuse(
                    &node.place.at("x-letta-id"),
                    "not text",
                    "give the prefix, or \"\" when there is none",
                );
            }
            let inline = node.flag(self, "x-letta-inline");
            if inline && prefix.as_deref().is_some_and(is_too_long_inline) {
                self.refuse(
                    &node.place.at("x-letta-inline"),
                    format!("this prefix and a UUID are more than the {INLINE} bytes that fit"),
                    "drop it",
                );
            }
            return prefix.map(|prefix| DefKind::Id { prefix, inline });
        }
        let timestamp = node.flag(self, "x-letta-timestamp");
        let format = node.take("format").and_then(Json::as_str);
        if timestamp && format == Some("date-time") {
            return Some(DefKind::Timestamp);
        }
        self.refuse(
            &node.place,
            "text that is neither an enum, an identifier nor the timestamp",
            "say `enum`, `x-letta-id`, or `format: date-time` with `x-letta-timestamp`; write plain text in place",
        );
        None
    }

    fn enumeration(&mut self, node: &Node<'_>, values: &Json) -> Option<DefKind> {
        let place = node.place.at("enum");
        let documented = node.take("x-letta-values");
        let mut list = Vec::new();
        for (index, value) in values.as_array().unwrap_or_default().iter().enumerate() {
            let place = place.at(&index.to_string());
            let Some(value) = value.as_str() else {
                self.refuse(&place, "not text", "enums have text values only");
                continue;
            };
            if list.iter().any(|(other, _)| other == value) {
                self.refuse(&place, format!("`{value}` comes twice"), "drop one");
            }
            let description = documented
                .and_then(|values| values.get(value))
                .and_then(Json::as_str)
                .filter(|text| !text.trim().is_empty());
            match description {
                Some(description) => list.push((value.to_owned(), description.to_owned())),
                None => self.refuse(
                    &place,
                    format!("value `{value}` has no description"),
                    "describe it in `x-letta-values`",
                ),
            }
        }
        for (value, _) in documented.and_then(Json::as_object).unwrap_or_default() {
            let known = values
                .as_array()
                .unwrap_or_default()
                .iter()
                .any(|other| other.as_str() == Some(value));
            if !known {
                self.refuse(
                    &node.place.at("x-letta-values").at(value),
                    "describes no value of `enum`",
                    "drop it, or list the value",
                );
            }
        }
        if list.is_empty() {
            self.refuse(&place, "no values", "list the documented values");
            return None;
        }
        Some(DefKind::Enum(list))
    }

    fn object(&mut self, node: &Node<'_>) -> Option<ObjectDef> {
        let mut required = node.texts(self, "required");
        let in_order = required.clone();
        let count = required.len();
        required.sort();
        required.dedup();
        if required.len() < count {
            self.refuse(&node.place.at("required"), "a key comes twice", "drop one");
        }
        let open = node.take("additionalProperties");
        if !matches!(open, None | Some(Json::Bool(true))) {
            self.refuse(
                &node.place.at("additionalProperties"),
                "an object must stay open",
                "drop it: unknown fields are always kept",
            );
        }
        let properties = node.take("properties").and_then(Json::as_object);
        let Some(properties) = properties.filter(|properties| !properties.is_empty()) else {
            self.refuse(
                &node.place,
                "no properties",
                "list them; a map of anything is written in place",
            );
            return None;
        };
        let mut fields = Vec::new();
        let mut tag = None;
        for (key, json) in properties {
            let place = node.place.at("properties").at(key);
            let Some(property) = Node::new(self, place.clone(), json) else {
                continue;
            };
            let is_required = required.iter().position(|name| name == key);
            if let Some(index) = is_required {
                required.remove(index);
            }
            if property.get("const").is_some() {
                let found = self.tag(key, &property, fields.len(), is_required.is_some());
                if tag.is_some() {
                    self.refuse(&place, "a second tag", "an object has at most one");
                }
                if found.is_some() {
                    property.finish(self);
                }
                tag = found.or(tag);
            } else if let Some(field) = self.field(key, &property, is_required.is_some()) {
                fields.push(field);
                property.finish(self);
            }
        }
        for key in required {
            self.refuse(
                &node.place.at("required"),
                format!("`{key}` is required but no property"),
                "describe it in `properties`",
            );
        }
        Some(ObjectDef {
            fields,
            required: in_order,
            tag,
        })
    }

    fn tag(
        &mut self,
        key: &str,
        property: &Node<'_>,
        position: usize,
        required: bool,
    ) -> Option<Tag> {
        if required {
            self.refuse(
                &property.place,
                "a required tag",
                "take it out of `required`: servers leave tags out in places",
            );
        }
        // Read for the sake of who reads the schema: a tag is no field.
        property.text(self, "description")?;
        Some(Tag {
            key: key.to_owned(),
            text: property.text(self, "const")?,
            former: property.texts(self, "x-letta-former-tags"),
            position,
        })
    }

    fn field(&mut self, key: &str, property: &Node<'_>, required: bool) -> Option<Field> {
        let description = property.text(self, "description");
        let (ty, nullable) = self.nullable(property)?;
        if ty != Type::Any {
            match (required, nullable) {
                (true, true) => self.refuse(
                    &property.place,
                    "required, and null all the same",
                    "take it out of `required`, or take null out of its types",
                ),
                (false, false) => self.refuse(
                    &property.place,
                    "optional, but not nullable",
                    "let null in; say `x-letta-not-null` where a document excludes it",
                ),
                _ => {}
            }
        }
        let instead = self.instead(property);
        let not_null = property.flag(self, "x-letta-not-null");
        if not_null && required {
            self.refuse(
                &property.place.at("x-letta-not-null"),
                "on a required field",
                "drop it: a required field is never null",
            );
        }
        let raw = property.flag(self, "x-letta-raw");
        if raw && ty != Type::Map {
            self.refuse(
                &property.place.at("x-letta-raw"),
                "on a field that isn't an open map",
                "drop it: only `\"type\": \"object\"` with `additionalProperties: true` can stay text",
            );
        }
        Some(Field {
            key: key.to_owned(),
            place: property.place.clone(),
            description: description?,
            required,
            ty,
            default: property.take("default").cloned(),
            minimum: property.number(self, "minimum"),
            maximum: property.number(self, "maximum"),
            not_null,
            instead,
            undocumented: property.flag(self, "x-letta-undocumented"),
            raw,
        })
    }

    /// What to use in place of what is deprecated.
    fn instead(&mut self, node: &Node<'_>) -> Option<String> {
        let deprecated = node.flag(self, "deprecated");
        let instead = node
            .get("x-letta-instead")
            .and_then(|_| node.text(self, "x-letta-instead"));
        if deprecated != instead.is_some() {
            self.refuse(
                &node.place,
                "`deprecated` and `x-letta-instead` go together",
                "say both, or neither",
            );
        }
        instead
    }

    /// The type of a field, and whether it lets null in.
    fn nullable(&mut self, node: &Node<'_>) -> Option<(Type, bool)> {
        if let Some(arms) = node.take("anyOf") {
            let place = node.place.at("anyOf");
            let null = Json::object([("type", Json::from("null"))]);
            return match arms.as_array() {
                Some([one, other]) if *other == null => {
                    let one = Node::new(self, place.at("0"), one)?;
                    let ty = self.ty(&one)?;
                    one.finish(self);
                    Some((ty, true))
                }
                _ => {
                    self.refuse(
                        &place,
                        "an anonymous union",
                        "define it, give it a name and refer to it; in place, `anyOf` is a `$ref` and null",
                    );
                    None
                }
            };
        }
        let types = node.get("type").and_then(Json::as_array);
        if let Some([Json::String(name), null]) = types {
            if null.as_str() == Some("null") {
                node.take("type");
                return Some((self.named(node, name)?, true));
            }
        }
        Some((self.ty(node)?, false))
    }

    /// The type that a schema gives which doesn't let null in.
    fn ty(&mut self, node: &Node<'_>) -> Option<Type> {
        if node.get("$ref").is_some() {
            return self.reference(node).map(Type::Ref);
        }
        match node.take("type") {
            None => Some(Type::Any),
            Some(Json::String(name)) => self.named(node, name),
            Some(json) => {
                self.refuse(
                    &node.place.at("type"),
                    format!("no form of a type: {json}"),
                    "name one type; a field that isn't required adds \"null\" behind it",
                );
                None
            }
        }
    }

    /// The type of a JSON Schema type's name.
    fn named(&mut self, node: &Node<'_>, name: &str) -> Option<Type> {
        let format = match node.take("format") {
            None => None,
            Some(Json::String(format)) => Some(format.as_str()),
            Some(_) => {
                self.refuse(&node.place.at("format"), "no text", "write text here");
                return None;
            }
        };
        match (name, format) {
            ("string", None) => Some(Type::String),
            ("boolean", None) => Some(Type::Boolean),
            ("integer", Some("int64")) => Some(Type::Integer),
            ("integer", _) => {
                self.refuse(
                    &node.place,
                    "an integer of unknown width",
                    "say `\"format\": \"int64\"`",
                );
                None
            }
            ("number", None) => Some(Type::Number),
            ("array", None) => {
                let place = node.place.at("items");
                let Some(items) = node.take("items") else {
                    self.refuse(&node.place, "an array of what?", "say `items`");
                    return None;
                };
                let items = Node::new(self, place, items)?;
                let ty = self.ty(&items)?;
                items.finish(self);
                Some(Type::Array(Box::new(ty)))
            }
            ("object", None) => {
                if node.take("additionalProperties") == Some(&Json::Bool(true)) {
                    return Some(Type::Map);
                }
                self.refuse(
                    &node.place,
                    "an anonymous object",
                    "define it, give it a name and refer to it; a map of anything says `additionalProperties: true`",
                );
                None
            }
            _ => {
                self.refuse(
                    &node.place.at("type"),
                    format!("no form of a field: \"{name}\""),
                    SEE,
                );
                None
            }
        }
    }

    fn reference(&mut self, node: &Node<'_>) -> Option<String> {
        let text = node.text(self, "$ref")?;
        let name = text
            .split_once("#/$defs/")
            .map(|(_, name)| name)
            .filter(|name| !name.is_empty() && !name.contains('/'));
        if name.is_none() {
            self.refuse(
                &node.place.at("$ref"),
                format!("`{text}` points to no definition"),
                "write `#/$defs/Name` or `file.json#/$defs/Name`",
            );
        }
        name.map(str::to_owned)
    }

    fn union(&mut self, node: &Node<'_>, arms: &Json) -> Option<UnionDef> {
        let tag = node
            .get("x-letta-tag")
            .and_then(|_| node.text(self, "x-letta-tag"));
        let ordered = node.flag(self, "x-letta-ordered");
        let by_type = node.flag(self, "x-letta-by-type");
        let by = match (tag, ordered, by_type) {
            (Some(key), false, false) => By::Tag(key),
            (None, true, false) => By::Order,
            (None, false, true) => By::JsonType,
            _ => {
                self.refuse(
                    &node.place,
                    "a union must say how its arms are told apart",
                    "say one of `x-letta-tag`, `x-letta-ordered` and `x-letta-by-type`",
                );
                return None;
            }
        };
        let place = node.place.at("anyOf");
        let mut list = Vec::new();
        for (index, arm) in arms.as_array().unwrap_or_default().iter().enumerate() {
            let Some(arm) = Node::new(self, place.at(&index.to_string()), arm) else {
                continue;
            };
            let variant = arm.text(self, "x-letta-variant");
            let description = arm.text(self, "description");
            let when = arm
                .get("x-letta-when")
                .and_then(|_| arm.text(self, "x-letta-when"));
            let Some(ty) = self.ty(&arm) else { continue };
            arm.finish(self);
            if let (Some(variant), Some(description)) = (variant, description) {
                list.push(Arm {
                    place: arm.place.clone(),
                    variant,
                    description,
                    ty,
                    when,
                });
            }
        }
        if list.is_empty() {
            self.refuse(&place, "no arms", "list them");
            return None;
        }
        Some(UnionDef { arms: list, by })
    }
}

/// An object of a schema file, with the keys that have been read of it.
struct Node<'a> {
    place: Place,
    entries: &'a [(String, Json)],
    read: std::cell::RefCell<Vec<&'static str>>,
}

impl<'a> Node<'a> {
    fn new(loader: &mut Loader, place: Place, json: &'a Json) -> Option<Self> {
        let Some(entries) = json.as_object() else {
            loader.refuse(&place, "not an object", "write a schema here");
            return None;
        };
        Some(Self {
            place,
            entries,
            read: std::cell::RefCell::default(),
        })
    }

    /// The value of a key, which stays unread.
    fn get(&self, key: &str) -> Option<&'a Json> {
        self.entries
            .iter()
            .find_map(|(name, value)| (name == key).then_some(value))
    }

    /// The value of a key.
    fn take(&self, key: &'static str) -> Option<&'a Json> {
        self.read.borrow_mut().push(key);
        self.get(key)
    }

    /// The text of a key that must be there.
    fn text(&self, loader: &mut Loader, key: &'static str) -> Option<String> {
        match self.take(key) {
            Some(Json::String(text)) if !text.trim().is_empty() => Some(text.clone()),
            Some(_) => {
                loader.refuse(&self.place.at(key), "no text", "write text here");
                None
            }
            None => {
                loader.refuse(&self.place, format!("no `{key}`"), "add it");
                None
            }
        }
    }

    /// The texts of a key that may be there.
    fn texts(&self, loader: &mut Loader, key: &'static str) -> Vec<String> {
        let Some(json) = self.take(key) else {
            return Vec::new();
        };
        let texts: Option<Vec<_>> = json.as_array().and_then(|list| {
            list.iter()
                .map(|text| text.as_str().map(str::to_owned))
                .collect()
        });
        texts.unwrap_or_else(|| {
            loader.refuse(
                &self.place.at(key),
                "not an array of texts",
                "write an array of texts here",
            );
            Vec::new()
        })
    }

    /// The number of a key that may be there.
    fn number(&self, loader: &mut Loader, key: &'static str) -> Option<Json> {
        let json = self.take(key)?;
        if !matches!(json, Json::Number(_)) {
            loader.refuse(&self.place.at(key), "no number", "write a number here");
            return None;
        }
        Some(json.clone())
    }

    /// Whether a key that may be there says true.
    fn flag(&self, loader: &mut Loader, key: &'static str) -> bool {
        match self.take(key) {
            None => false,
            Some(Json::Bool(true)) => true,
            Some(_) => {
                loader.refuse(&self.place.at(key), "not `true`", "say `true`, or drop it");
                false
            }
        }
    }

    /// Refuses the keys that nothing has read.
    fn finish(&self, loader: &mut Loader) {
        let read = self.read.borrow();
        for (key, _) in self.entries {
            if !read.contains(&key.as_str()) {
                loader.refuse(
                    &self.place.at(key),
                    format!("`{key}` means nothing here"),
                    SEE,
                );
            }
        }
    }
}

/// Whether identifiers with that prefix don't fit into an object, as servers make them.
fn is_too_long_inline(prefix: &str) -> bool {
    const UUID: usize = 36;
    !prefix.is_empty() && prefix.len() + "-".len() + UUID > INLINE
}
