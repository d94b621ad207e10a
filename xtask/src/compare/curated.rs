//! What the curated schema says.

use std::{collections::HashMap, path::Path};

use letta_types_codegen::{
    Problems, Source, load,
    problem::Place,
    schema::{self, By, Def, DefKind, ObjectDef, Schema},
};

use super::facts::{
    Body, Details, Facts, Field, Location, Operation, Origin, Parameter, Precision, Said, Shape,
    Type, TypeId, Union, Value,
};
use crate::sources::{self, FOLDER};

/// Reads the schema of the repository.
///
/// # Errors
///
/// What is missing or not of the dialect, with its remedy.
pub(crate) fn read(root: &Path) -> Result<Facts, String> {
    sources::with(root, of_sources)
}

/// What schema files say.
///
/// # Errors
///
/// What isn't of the dialect.
pub(crate) fn of_sources(sources: &[Source<'_>]) -> Result<Facts, Problems> {
    // Whether it is whole is for `codegen` to check: what differs can be told while it is being mended.
    load::load(sources).map(|schema| of(&schema))
}

/// What a schema says.
fn of(schema: &Schema) -> Facts {
    let mut curated = Curated::default();
    // All names first: definitions refer to each other in any order.
    for def in schema.defs() {
        let at = origin(&def.place);
        let names = [&def.name].into_iter().chain(&def.names).cloned().collect();
        let shape = Shape::Unsaid(Vec::new());
        let id = curated.facts.add(Type { names, at, shape });
        curated.defs.insert(def.name.clone(), id);
        curated.facts.named.push(id);
    }
    for def in schema.defs() {
        let shape = curated.shape(def);
        if let Some(id) = curated.defs.get(&def.name) {
            curated.facts.ty_mut(*id).shape = shape;
        }
    }
    for operation in schema.operations() {
        let operation = curated.operation(operation);
        curated.facts.operations.push(operation);
    }
    curated.facts
}

fn origin(place: &Place) -> Origin {
    Origin::pointer(&format!("{FOLDER}/{}", place.file), &place.pointer)
}

#[derive(Default)]
struct Curated {
    facts: Facts,
    defs: HashMap<String, TypeId>,
}

impl Curated {
    fn shape(&mut self, def: &Def) -> Shape {
        let at = origin(&def.place);
        match &def.kind {
            DefKind::Object(object) => Shape::Object(self.fields(object, &at)),
            DefKind::Union(union) => Shape::Union(Union {
                members: union
                    .arms
                    .iter()
                    .map(|arm| self.ty(&arm.ty, &origin(&arm.place)))
                    .collect(),
                tag: match &union.by {
                    By::Tag(key) => Said::Yes(key.clone()),
                    By::Order | By::JsonType => Said::No,
                },
                mapping: Vec::new(),
                hidden: 0,
            }),
            DefKind::Enum(values) => {
                let texts = values.iter().map(|(text, _)| text);
                let at = at.at("enum");
                Shape::Enum(
                    texts
                        .enumerate()
                        .map(|(index, text)| value(text, &at.at(&index.to_string()), false))
                        .collect(),
                )
            }
            DefKind::Id { .. } => Shape::String(Said::No),
            DefKind::Timestamp => Shape::String(Said::Yes("date-time".to_owned())),
        }
    }

    fn fields(&mut self, object: &ObjectDef, at: &Origin) -> Vec<Field> {
        let mut fields: Vec<_> = object
            .fields
            .iter()
            .map(|field| self.field(field))
            .collect();
        if let Some(tag) = &object.tag {
            let at = at.at("properties").at(&tag.key);
            let texts = [(&tag.text, false)].into_iter();
            let texts = texts.chain(tag.former.iter().map(|text| (text, true)));
            let values = texts.map(|(text, former)| value(text, &at, former));
            let shape = Shape::Enum(values.collect());
            let ty = self.anonymous(shape, &at);
            let field = Field {
                key: tag.key.clone(),
                at,
                ty,
                required: Some(false),
                nullable: None,
                deprecated: Some(false),
                default: Said::Unsaid,
                minimum: Said::No,
                maximum: Said::No,
                tag: true,
                undocumented: false,
            };
            fields.insert(tag.position.min(fields.len()), field);
        }
        fields
    }

    fn field(&mut self, field: &schema::Field) -> Field {
        let at = origin(&field.place);
        Field {
            key: field.key.clone(),
            ty: self.ty(&field.ty, &at),
            at,
            required: Some(field.required),
            nullable: Some(!field.required && !field.not_null),
            deprecated: Some(field.instead.is_some()),
            default: Said::known(field.default.clone()),
            minimum: Said::known(field.minimum.clone()),
            maximum: Said::known(field.maximum.clone()),
            tag: false,
            undocumented: field.undocumented,
        }
    }

    fn operation(&mut self, operation: &schema::Operation) -> Operation {
        let parameters = operation.parameters.iter().map(|parameter| Parameter {
            field: Field {
                // What isn't set isn't sent.
                nullable: None,
                ..self.field(&parameter.field)
            },
            location: match parameter.location {
                schema::Location::Path => Location::Path,
                schema::Location::Query => Location::Query,
                schema::Location::Header => Location::Header,
            },
        });
        let parameters = parameters.collect();
        let body = operation.body.as_ref().map(|body| Body {
            at: origin(&body.place),
            ty: self.ty(&body.ty, &origin(&body.place).at("schema")),
            nullable: Some(false),
            or_array: false,
        });
        let response = &operation.response;
        let response = Body {
            at: origin(&response.place),
            ty: self.ty(&response.ty, &origin(&response.place)),
            nullable: Some(response.nullable),
            or_array: false,
        };
        Operation {
            name: operation.name.clone(),
            at: origin(&operation.place),
            method: operation.method.clone(),
            path: operation.path.clone(),
            details: Some(Details {
                parameters,
                body,
                response: Some(response),
            }),
        }
    }

    fn ty(&mut self, ty: &schema::Type, at: &Origin) -> TypeId {
        let shape = match ty {
            schema::Type::Ref(name) => match self.defs.get(name) {
                Some(id) => return *id,
                None => Shape::Unsaid(Vec::new()),
            },
            schema::Type::String => Shape::String(Said::No),
            schema::Type::Boolean => Shape::Boolean,
            schema::Type::Integer => Shape::Number(Precision::Integer),
            schema::Type::Number => Shape::Number(Precision::Float),
            schema::Type::Any => Shape::Any,
            schema::Type::Map => Shape::Map(None),
            schema::Type::Array(items) => Shape::Array(self.ty(items, &at.at("items"))),
        };
        self.anonymous(shape, at)
    }

    fn anonymous(&mut self, shape: Shape, at: &Origin) -> TypeId {
        self.facts.add(Type {
            names: Vec::new(),
            at: at.clone(),
            shape,
        })
    }
}

fn value(text: &str, at: &Origin, former: bool) -> Value {
    Value {
        text: text.to_owned(),
        at: at.clone(),
        former,
    }
}
