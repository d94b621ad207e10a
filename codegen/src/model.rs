//! The model: the schema with all that Rust adds to it. Built once, read-only from there on.

mod operations;

use std::collections::{BTreeMap, BTreeSet};

use quote::format_ident;

use crate::{
    json::Json,
    names,
    problem::{Place, Problem, Problems},
    schema::{self, By, Def, DefKind, Schema},
    shapes::{FieldShape, Shapes},
};

/// All modules.
#[derive(Debug)]
pub struct Model {
    /// The modules in the order of the files.
    pub modules: Vec<Module>,
    /// The module of each type, those for unknown kinds included.
    pub homes: BTreeMap<String, String>,
}

/// A module: the types of a file.
#[derive(Debug)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// The schema file.
    pub file: String,
    /// The file's title.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// Its types in documented order.
    pub types: Vec<TypeDef>,
    /// Its operations in documented order.
    pub operations: Vec<Operation>,
}

/// A type.
#[derive(Debug)]
pub struct TypeDef {
    /// Its name.
    pub name: syn::Ident,
    /// What it is.
    pub description: String,
    /// Where it is documented.
    pub source: String,
    /// Documented names other than its own.
    pub names: Vec<String>,
    /// Whether it is read by itself, or as an element of a list that is.
    pub root: bool,
    /// Whether it can be `Eq` and `Hash`: no float is in it.
    pub hashable: bool,
    /// The type that is the same on the wire, if this one keeps some fields of it as text.
    pub raw_of: Option<syn::Ident>,
    /// What kind of type it is.
    pub kind: Kind,
}

/// The kinds of types.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "few of them, built once")]
pub enum Kind {
    /// A struct.
    Object(Object),
    /// An enum of types.
    Union(Union),
    /// An open enum.
    Enum(Vec<Value>),
    /// A newtype of text.
    Text(Text),
}

/// What a newtype of text holds.
#[derive(Debug)]
pub enum Text {
    /// An identifier.
    Id {
        /// What its values begin with, without the dash; empty when there is nothing.
        prefix: String,
        /// Whether the text is kept in the object itself.
        inline: bool,
    },
    /// An instant.
    Instant,
}

/// A struct.
#[derive(Debug)]
pub struct Object {
    /// Its fields in documented order.
    pub fields: Vec<Field>,
    /// The keys of the required ones, in the order in which `new` takes them.
    pub required: Vec<String>,
    /// Its tag.
    pub tag: Option<schema::Tag>,
}

impl Object {
    /// Whether a value without arguments can be made.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.fields.iter().all(|field| !field.required)
    }

    /// Whether it remembers which spelling of its tag came.
    #[must_use]
    pub fn has_former_tag(&self) -> bool {
        self.tag.as_ref().is_some_and(|tag| !tag.former.is_empty())
    }
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key on the wire.
    pub key: String,
    /// Its name.
    pub ident: syn::Ident,
    /// Its type; of an optional field, what the `Option` holds.
    pub ty: syn::Type,
    /// What the schema says it holds.
    pub holds: schema::Type,
    /// Of a list of texts, the type of these.
    pub texts: Option<syn::Type>,
    /// Whether it must be there.
    pub required: bool,
    /// What it is.
    pub description: String,
    /// What the server assumes when it is left out.
    pub default: Option<Json>,
    /// The bounds that the documents give.
    pub bounds: (Option<Json>, Option<Json>),
    /// For a deprecated field: what to use in its place.
    pub instead: Option<String>,
    /// Whether no published document names it.
    pub undocumented: bool,
    /// Whether it stays text.
    pub raw: bool,
}

impl Field {
    /// How tables say whether it must be there.
    #[must_use]
    pub fn presence(&self) -> &'static str {
        if self.required {
            "required"
        } else {
            "optional"
        }
    }

    /// Whether its type is `Copy`.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        use schema::Type::{Boolean, Integer, Number};
        matches!(self.holds, Boolean | Integer | Number)
    }
}

/// A value of an open enum.
#[derive(Debug)]
pub struct Value {
    /// Its variant.
    pub ident: syn::Ident,
    /// The text on the wire.
    pub text: String,
    /// What it means.
    pub description: String,
}

/// An enum of types.
#[derive(Debug)]
pub struct Union {
    /// Its arms in order, a nested union not among them.
    pub arms: Vec<Arm>,
    /// How a value's arm is found.
    pub by: UnionBy,
}

/// How a value's arm is found.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "few of them, built once")]
pub enum UnionBy {
    /// By a tag.
    Tag {
        /// Its key.
        key: String,
        /// The field that holds it in the type for unknown kinds.
        tag_field: syn::Ident,
        /// The slots of all arms' fields.
        slots: UnionSlots,
        /// The fields that all arms have. What the arms note of them differently is left out.
        shared: Vec<Field>,
        /// The type that keeps an object of unknown kind.
        unknown: syn::Ident,
        /// The arm that is another union, and the key that tells it.
        nested: Option<(Arm, String)>,
    },
    /// The first arm whose required fields are all there.
    Order {
        /// The slots of all arms' fields.
        slots: UnionSlots,
    },
    /// By JSON type.
    JsonType,
}

/// An arm of a union.
#[derive(Debug)]
pub struct Arm {
    /// Its variant.
    pub variant: syn::Ident,
    /// What it is.
    pub description: String,
    /// What it holds.
    pub holds: schema::Type,
    /// What it holds, in Rust.
    pub ty: syn::Type,
    /// The object that it holds, if it is one.
    pub object: Option<Object>,
}

/// Where the fields of a union's arms are kept until it is known which arm it is.
#[derive(Debug, Default)]
pub struct UnionSlots {
    /// The keys on whose type all arms agree that have them, if its values can be given back as they came.
    pub early: Vec<EarlyField>,
    /// The other keys.
    pub late: Vec<LateField>,
}

impl UnionSlots {
    /// The slot of a late field.
    #[must_use]
    pub fn late(&self, field: &Field) -> Option<&syn::Ident> {
        let late = self.late.iter().find(|late| late.key == field.key)?;
        let (name, _) = late.slots.iter().find(|(_, ty)| *ty == field.ty)?;
        Some(name)
    }
}

/// A key with one slot.
#[derive(Debug)]
pub struct EarlyField {
    /// The key on the wire.
    pub key: String,
    /// The name of the fields.
    pub ident: syn::Ident,
    /// The type of the fields.
    pub ty: syn::Type,
}

/// A key with a slot a type.
#[derive(Debug)]
pub struct LateField {
    /// The key on the wire.
    pub key: String,
    /// The name of the fields.
    pub ident: syn::Ident,
    /// The types of the fields, each with the name of its slot.
    pub slots: Vec<(syn::Ident, syn::Type)>,
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// The name of its struct.
    pub name: syn::Ident,
    /// What it does.
    pub description: String,
    /// Where it is documented.
    pub source: String,
    /// Documented names other than its own.
    pub names: Vec<String>,
    /// The HTTP method, in upper case.
    pub method: String,
    /// The path, with each parameter of it in braces.
    pub path: String,
    /// Its parameters, each with its place, and what it sends, which has none.
    pub fields: Vec<(Field, Option<schema::Location>)>,
    /// What it returns, in Rust.
    pub response: syn::Type,
    /// The definition that it returns one or several of.
    pub item: String,
    /// What the response is.
    pub returns: String,
    /// How to get the next page.
    pub paging: Option<Paging>,
    /// Whether it can be `Eq` and `Hash`: no float is in it.
    pub hashable: bool,
}

impl Operation {
    /// Whether a value without arguments can be made.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.fields.iter().all(|(field, _)| !field.required)
    }
}

/// How to get the next page of a list.
#[derive(Debug)]
pub struct Paging {
    /// The type of an element.
    pub item: syn::Type,
    /// The identifier that a cursor holds.
    pub cursor: Getter,
    /// The instant of an element, if cursors are relative to the age of elements.
    pub instant: Option<Getter>,
    /// The variant of the order in which a list is sorted unless told otherwise.
    pub order: String,
    /// What says which kinds of elements to list.
    pub kinds: Option<Kinds>,
}

/// What says which kinds of elements to list.
#[derive(Debug)]
pub struct Kinds {
    /// The parameter.
    pub parameter: syn::Ident,
    /// The accessor that tells the kind of an element.
    pub kind: syn::Ident,
}

/// How to get at something of an element.
#[derive(Debug)]
pub struct Getter {
    /// The field or the accessor.
    pub ident: syn::Ident,
    /// Which of these it is.
    pub kind: GetterKind,
}

/// What gets at something of an element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum GetterKind {
    /// A field that is always there.
    Required,
    /// A field that may be absent.
    Optional,
    /// An accessor of a union.
    Accessor,
}

/// Builds the model.
///
/// # Errors
///
/// A definition whose parts don't fit together; `check` finds those first.
pub fn build(schema: &Schema, shapes: &Shapes) -> Result<Model, Problems> {
    let mut builder = Builder {
        schema,
        shapes,
        floats: floats(schema),
        problems: Vec::new(),
    };
    let mut modules: Vec<Module> = schema
        .files
        .iter()
        .map(|file| Module {
            name: file.module.clone(),
            file: file.name.clone(),
            title: file.title.clone(),
            description: file.description.clone(),
            types: file
                .defs
                .iter()
                .flat_map(|def| [builder.type_def(def), builder.raw(def)])
                .flatten()
                .collect(),
            operations: Vec::new(),
        })
        .collect();
    // They ask for what the elements of a list share, so all types come first.
    for (index, file) in schema.files.iter().enumerate() {
        let operations = file.operations.iter();
        let operations = operations.filter_map(|one| builder.operation(&modules, one));
        modules[index].operations = operations.collect();
    }
    let homes = modules.iter().flat_map(homes_of).collect();
    Problems::none_or(builder.problems, Model { modules, homes })
}

/// The types of a module, those that the generator adds included, with the module.
fn homes_of(module: &Module) -> impl Iterator<Item = (String, String)> {
    let types = module.types.iter().flat_map(|def| {
        let added = match &def.kind {
            Kind::Union(Union {
                by: UnionBy::Tag {
                    shared, unknown, ..
                },
                ..
            }) if !shared.is_empty() => Some(unknown.to_string()),
            _ => None,
        };
        [Some(def.name.to_string()), added]
            .into_iter()
            .flatten()
            .map(|name| (name, module.name.clone()))
    });
    let operations = module.operations.iter();
    types.chain(operations.map(|one| (one.name.to_string(), module.name.clone())))
}

struct Builder<'a> {
    schema: &'a Schema,
    shapes: &'a Shapes,
    floats: BTreeSet<&'a str>,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn type_def(&mut self, def: &Def) -> Option<TypeDef> {
        let kind = match &def.kind {
            DefKind::Object(object) => Kind::Object(self.object(def, object)?),
            DefKind::Union(union) => Kind::Union(self.union(def, union)?),
            DefKind::Enum(values) => Kind::Enum(
                values
                    .iter()
                    .filter_map(|(text, description)| {
                        Some(Value {
                            ident: format_ident!("{}", names::variant(text)?),
                            text: text.clone(),
                            description: description.clone(),
                        })
                    })
                    .collect(),
            ),
            DefKind::Id { prefix, inline } => Kind::Text(Text::Id {
                prefix: prefix.clone(),
                inline: *inline,
            }),
            DefKind::Timestamp => Kind::Text(Text::Instant),
        };
        Some(TypeDef {
            name: format_ident!("{}", def.name),
            description: def.description.clone(),
            source: def.source.clone(),
            names: def.names.clone(),
            root: def.root,
            hashable: !self.floats.contains(def.name.as_str()),
            raw_of: None,
            kind,
        })
    }

    /// The second type of an object of which fields can stay text.
    fn raw(&mut self, def: &Def) -> Option<TypeDef> {
        let DefKind::Object(object) = &def.kind else {
            return None;
        };
        if !object.has_raw() {
            return None;
        }
        let mut built = self.object(def, object)?;
        let kept = object.fields.iter().filter(|field| field.raw);
        let kept: Vec<_> = kept.map(|field| field.key.as_str()).collect();
        for field in &mut built.fields {
            field.raw = kept.contains(&field.key.as_str());
            if field.raw {
                field.ty = syn::parse_quote!(RawJson);
            }
        }
        let fields = match kept.as_slice() {
            [rest @ .., last] if !rest.is_empty() => {
                format!("`{}` and `{last}`", rest.join("`, `"))
            }
            keys => format!("`{}`", keys.concat()),
        };
        Some(TypeDef {
            name: format_ident!("{}", names::raw(&def.name)),
            description: format!(
                "[`{name}`] with {fields} as the text that came.\n\nBoth types are read from the same JSON. This one \
                 reads over these fields without making anything of them, and writes them as they came: use it to \
                 store or forward the value, or where little of it is needed. `{name}::try_from` reads the text.",
                name = def.name,
            ),
            source: def.source.clone(),
            names: Vec::new(),
            root: def.root,
            hashable: !self.floats.contains(def.name.as_str()),
            raw_of: Some(format_ident!("{}", def.name)),
            kind: Kind::Object(built),
        })
    }

    fn object(&mut self, def: &Def, object: &schema::ObjectDef) -> Option<Object> {
        let shape = self.shapes.get(&def.name)?;
        let fields = object
            .fields
            .iter()
            .filter_map(|field| {
                let FieldShape { ident, ty, .. } = shape.get(&field.key)?;
                Some(self.field(field, ident.clone(), ty.clone()))
            })
            .collect();
        Some(Object {
            fields,
            required: object.required.clone(),
            tag: object.tag.clone(),
        })
    }

    fn field(&self, field: &schema::Field, ident: syn::Ident, ty: syn::Type) -> Field {
        let texts = match &field.ty {
            schema::Type::Array(items) if self.is_text(items) => rust_type(items).ok(),
            _ => None,
        };
        Field {
            key: field.key.clone(),
            ident,
            ty,
            holds: field.ty.clone(),
            texts,
            required: field.required,
            description: field.description.clone(),
            default: field.default.clone(),
            bounds: (field.minimum.clone(), field.maximum.clone()),
            instead: field.instead.clone(),
            undocumented: field.undocumented,
            raw: false,
        }
    }

    fn union(&mut self, def: &Def, union: &schema::UnionDef) -> Option<Union> {
        let mut nested = None;
        let mut arms = Vec::new();
        for arm in &union.arms {
            let built = self.arm(arm)?;
            match &arm.when {
                Some(when) => nested = Some((built, when.clone())),
                None => arms.push(built),
            }
        }
        let by = match &union.by {
            By::JsonType => UnionBy::JsonType,
            By::Order => UnionBy::Order {
                slots: self.slots(&arms),
            },
            By::Tag(key) => {
                let shared = self.shared(&arms);
                UnionBy::Tag {
                    key: key.clone(),
                    tag_field: names::field(key)?,
                    slots: self.slots(&arms),
                    unknown: if shared.is_empty() {
                        format_ident!("UnknownObject")
                    } else {
                        format_ident!("{}", names::unknown(&def.name))
                    },
                    shared,
                    nested,
                }
            }
        };
        Some(Union { arms, by })
    }

    fn arm(&mut self, arm: &schema::Arm) -> Option<Arm> {
        let object = match &arm.ty {
            schema::Type::Ref(name) => self.schema.def(name),
            _ => None,
        };
        let object = match object {
            Some(def) => match &def.kind {
                DefKind::Object(object) => Some(self.object(def, object)?),
                _ => None,
            },
            None => None,
        };
        let ty = self.rust(&arm.ty, &arm.place)?;
        Some(Arm {
            variant: format_ident!("{}", arm.variant),
            description: arm.description.clone(),
            holds: arm.ty.clone(),
            ty,
            object,
        })
    }

    fn rust(&mut self, ty: &schema::Type, place: &Place) -> Option<syn::Type> {
        match rust_type(ty) {
            Ok(ty) => Some(ty),
            Err(error) => {
                let message = format!("no Rust type comes of it: {error}");
                self.problems
                    .push(place.problem(message, "choose another name"));
                None
            }
        }
    }

    /// The slots of all arms' fields, in the order in which the keys come up.
    fn slots(&self, arms: &[Arm]) -> UnionSlots {
        let mut keys: Vec<(&Field, bool, Vec<&syn::Type>)> = Vec::new();
        for field in fields(arms) {
            let leaf = self.is_leaf(&field.holds);
            match keys.iter_mut().find(|(other, ..)| other.key == field.key) {
                Some((_, early, types)) => {
                    *early &= leaf;
                    if !types.contains(&&field.ty) {
                        types.push(&field.ty);
                    }
                }
                None => keys.push((field, leaf, vec![&field.ty])),
            }
        }
        let mut slots = UnionSlots::default();
        for (field, leaf, types) in keys {
            let (key, ident) = (field.key.clone(), field.ident.clone());
            match types.as_slice() {
                [ty] if leaf => slots.early.push(EarlyField {
                    key,
                    ident,
                    ty: (*ty).clone(),
                }),
                types => {
                    let types = types.iter().map(|ty| {
                        let name = names::slot(&ident, (types.len() > 1).then_some(*ty));
                        (name, (*ty).clone())
                    });
                    let types = types.collect();
                    slots.late.push(LateField {
                        key,
                        ident,
                        slots: types,
                    });
                }
            }
        }
        slots
    }

    /// The fields that several arms all have, under the same name and of the same type, if values of the
    /// type can be given back as they came: objects of unknown kind have them, too.
    fn shared(&self, arms: &[Arm]) -> Vec<Field> {
        let Some((first, rest)) = arms.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            return Vec::new();
        };
        fields(std::slice::from_ref(first))
            .filter(|field| self.is_leaf(&field.holds))
            .filter_map(|field| {
                let others: Option<Vec<_>> = rest
                    .iter()
                    .map(|arm| {
                        fields(std::slice::from_ref(arm))
                            .find(|other| other.key == field.key && other.ty == field.ty)
                    })
                    .collect();
                Some(common(field, &others?))
            })
            .collect()
    }

    /// Whether values of the type are one JSON value that can be given back as it came.
    fn is_leaf(&self, ty: &schema::Type) -> bool {
        match ty {
            schema::Type::Array(_) => false,
            schema::Type::Ref(_) => self.is_text(ty),
            _ => true,
        }
    }

    /// Whether values of the type are texts.
    fn is_text(&self, ty: &schema::Type) -> bool {
        match ty {
            schema::Type::String => true,
            schema::Type::Ref(name) => self.schema.def(name).is_some_and(|def| {
                matches!(
                    def.kind,
                    DefKind::Enum(_) | DefKind::Id { .. } | DefKind::Timestamp
                )
            }),
            _ => false,
        }
    }
}

/// A field that several objects have, with what all of them say of it.
fn common(field: &Field, others: &[&Field]) -> Field {
    let mut common = field.clone();
    for other in others {
        common.description = shared_sentences(&common.description, &other.description);
        if other.default != common.default {
            common.default = None;
        }
        if other.bounds != common.bounds {
            common.bounds = (None, None);
        }
        if other.instead != common.instead {
            common.instead = None;
        }
        common.undocumented &= other.undocumented;
    }
    if common.description.is_empty() {
        common.description = format!("What it says depends on the kind: see its `{}`.", field.key);
    }
    common
}

/// The sentences that two descriptions begin with.
fn shared_sentences(one: &str, other: &str) -> String {
    let pairs = one
        .split_inclusive(". ")
        .zip(other.split_inclusive(". "))
        .map(|(one, other)| (one.trim_end(), other.trim_end()));
    let shared: Vec<_> = pairs
        .take_while(|(one, other)| one == other)
        .map(|(sentence, _)| sentence)
        .collect();
    shared.join(" ")
}

fn fields(arms: &[Arm]) -> impl Iterator<Item = &Field> {
    arms.iter()
        .filter_map(|arm| arm.object.as_ref())
        .flat_map(|object| &object.fields)
}

fn rust_type(ty: &schema::Type) -> syn::Result<syn::Type> {
    syn::parse_str(&spell(ty))
}

fn spell(ty: &schema::Type) -> String {
    match ty {
        schema::Type::String => "String".to_owned(),
        schema::Type::Boolean => "bool".to_owned(),
        schema::Type::Integer => "i64".to_owned(),
        schema::Type::Number => "f64".to_owned(),
        schema::Type::Any => "Value".to_owned(),
        schema::Type::Map => "Map<String, Value>".to_owned(),
        schema::Type::Array(items) => format!("Vec<{}>", spell(items)),
        schema::Type::Ref(name) => name.clone(),
    }
}

/// Whether a type holds a float, given the definitions that do.
fn has_float(ty: &schema::Type, found: &BTreeSet<&str>) -> bool {
    match ty {
        schema::Type::Number => true,
        schema::Type::Array(items) => has_float(items, found),
        schema::Type::Ref(name) => found.contains(name.as_str()),
        _ => false,
    }
}

/// The definitions that hold a float, directly or not.
fn floats(schema: &Schema) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for def in schema.defs() {
            let holds = match &def.kind {
                DefKind::Object(object) => object.fields.iter().any(|f| has_float(&f.ty, &found)),
                DefKind::Union(union) => union.arms.iter().any(|a| has_float(&a.ty, &found)),
                _ => false,
            };
            if holds {
                found.insert(def.name.as_str());
            }
        }
        if found.len() == before {
            return found;
        }
    }
}
