//! Example payloads: each must be what its operation says, parse, and come back whole.

use letta_types_codegen::json::Json;

use super::{bodies::Bodies, documented::Example};
use crate::{
    compare::{
        diff::Comparison,
        endpoints::counterpart,
        facts::{Facts, Operation, Origin, Shape, Spot, TypeId},
        findings::{Finding, Kind},
    },
    validate::{failure::Failure, proof::Loss},
};

/// Checks the examples; how many were of operations that the schema has.
pub(super) fn check(
    said: &Facts,
    ours: &Facts,
    bodies: &Bodies,
    examples: &[Example],
    out: &mut Comparison,
) -> usize {
    let mut count = 0;
    for example in examples {
        let Some(operation) = said.operations.get(example.operation) else {
            continue;
        };
        if let Some(own) = counterpart(ours, operation) {
            count += 1;
            one(ours, bodies, (operation, own), example, out);
        }
    }
    count
}

fn one(
    ours: &Facts,
    bodies: &Bodies,
    (operation, own): (&Operation, &Operation),
    example: &Example,
    out: &mut Comparison,
) {
    let details = own.details.as_ref();
    let body = details.and_then(|details| {
        if example.is_request {
            details.body.as_ref()
        } else {
            details.response.as_ref()
        }
    });
    // The comparison tells of a body that the schema lacks.
    let Some(body) = body else { return };
    let mut walk = Walk {
        ours,
        example,
        group: &operation.name,
        out,
    };
    let json = match serde_json::from_str::<Json>(&example.text) {
        Ok(json) => json,
        Err(error) => {
            let at = walk.line(error.line());
            walk.find("", at, &body.at, None, format!("not JSON: {error}"));
            return;
        }
    };
    if json != Json::Null || body.nullable != Some(true) {
        walk.value(&json, body.ty, "", &body.at);
    }
    let lost = bodies.lost(&own.name, example.is_request, &example.text);
    match lost {
        Some(Ok(lost)) => walk.lost(&lost, &body.at),
        Some(Err(failure)) => walk.refused(&failure, &body.at),
        None => {}
    }
}

struct Walk<'a> {
    ours: &'a Facts,
    example: &'a Example,
    group: &'a str,
    out: &'a mut Comparison,
}

impl Walk<'_> {
    /// A line of the example.
    fn line(&self, line: usize) -> Origin {
        match self.example.at.spot {
            Spot::Line(first) => {
                Origin::line(&self.example.at.file, first + line.saturating_sub(1))
            }
            Spot::Pointer(_) => self.example.at.clone(),
        }
    }

    fn find(
        &mut self,
        path: &str,
        at: Origin,
        schema: &Origin,
        name: Option<&str>,
        difference: String,
    ) {
        let which = if self.example.is_request {
            "request"
        } else {
            "response"
        };
        self.out.add(Finding {
            kind: Kind::Example,
            group: self.group.to_owned(),
            path: format!("example {which} {path}").trim_end().to_owned(),
            origins: [at].into(),
            schema: Some(schema.clone()),
            name: name.map(str::to_owned),
            is_missing: false,
            difference,
            remedy: "compare the example with the document and with what servers send".to_owned(),
        });
    }

    fn refused(&mut self, failure: &Failure, schema: &Origin) {
        let path = failure.pointer.as_deref().unwrap_or_default();
        let at = self.line(failure.line);
        let difference = format!("it doesn't parse: {}", failure.message);
        self.find(path, at, schema, None, difference);
    }

    fn lost(&mut self, lost: &[Loss], schema: &Origin) {
        for one in lost {
            let was = one.was.as_deref().unwrap_or("nothing");
            let is = one.is.as_deref().unwrap_or("nothing");
            let difference =
                format!("it isn't written as it was read: was {was}, is written as {is}");
            self.find(&one.pointer, self.line(1), schema, None, difference);
        }
    }

    fn value(&mut self, json: &Json, id: TypeId, path: &str, at: &Origin) {
        let ty = self.ours.ty(id);
        match (&ty.shape, json) {
            (Shape::Array(items), Json::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.value(element, *items, &format!("{path}/{index}"), at);
                }
            }
            (Shape::Object(fields), Json::Object(entries)) => {
                for (key, value) in entries {
                    let path = format!("{path}/{key}");
                    let Some(field) = fields.iter().find(|field| field.key == *key) else {
                        let difference = format!("the schema has no field `{key}`");
                        let schema = ty.at.at("properties").at(key);
                        self.find(&path, self.line(1), &schema, Some(key), difference);
                        continue;
                    };
                    if *value == Json::Null && field.required != Some(true) {
                        continue;
                    }
                    self.value(value, field.ty, &path, &field.at);
                }
                let required = fields.iter().filter(|field| field.required == Some(true));
                for field in required {
                    if !entries.iter().any(|(key, _)| *key == field.key) {
                        let difference = format!("it lacks `{}`, which is required", field.key);
                        self.find(path, self.line(1), &field.at, None, difference);
                    }
                }
            }
            (Shape::Enum(values), Json::String(text)) => {
                if !values.iter().any(|value| value.text == *text) {
                    let difference = format!("the schema has no value \"{text}\"");
                    let schema = ty.at.at("enum").at("-");
                    self.find(path, self.line(1), &schema, Some(text), difference);
                }
            }
            (Shape::Union(union), _) => {
                if let Some(arm) = self.arm(json, &union.members) {
                    self.value(json, arm, path, at);
                } else {
                    let difference = "it is none of the types that the schema allows".to_owned();
                    self.find(path, self.line(1), &ty.at, None, difference);
                }
            }
            _ if fits(&ty.shape, json) => {}
            _ => {
                let difference = "it isn't of the schema's type".to_owned();
                self.find(path, self.line(1), at, None, difference);
            }
        }
    }

    /// The arm that a value is: by its tag, or by the keys that it has.
    fn arm(&self, json: &Json, arms: &[TypeId]) -> Option<TypeId> {
        let mut flat = Vec::new();
        for arm in arms {
            match &self.ours.ty(*arm).shape {
                Shape::Union(union) => flat.extend(&union.members),
                _ => flat.push(*arm),
            }
        }
        let score = |arm: TypeId| match (&self.ours.ty(arm).shape, json) {
            (Shape::Object(fields), Json::Object(entries)) => {
                let tag = fields.iter().find(|field| field.tag).and_then(|tag| {
                    let text = json.get(&tag.key)?.as_str()?;
                    match &self.ours.ty(tag.ty).shape {
                        Shape::Enum(values) => Some(values.iter().any(|own| own.text == text)),
                        _ => None,
                    }
                });
                let own = |key: &str| fields.iter().any(|field| field.key == key);
                match tag {
                    Some(true) => usize::MAX,
                    Some(false) => 0,
                    None => 1 + entries.iter().filter(|(key, _)| own(key)).count(),
                }
            }
            (shape, json) => usize::from(fits(shape, json)),
        };
        let scores = flat.into_iter().map(|arm| (score(arm), arm)).rev();
        scores
            .max_by_key(|(score, _)| *score)
            .filter(|(score, _)| *score > 0)
            .map(|(_, arm)| arm)
    }
}

/// Whether a value is of a shape, as far as its JSON type tells.
fn fits(shape: &Shape, json: &Json) -> bool {
    matches!(
        (shape, json),
        (
            Shape::Any | Shape::Unsaid(_) | Shape::Either(_) | Shape::Union(_),
            _
        ) | (Shape::Null, Json::Null)
            | (Shape::Boolean, Json::Bool(_))
            | (Shape::Number(_), Json::Number(_))
            | (Shape::String(_) | Shape::Enum(_), Json::String(_))
            | (Shape::Array(_), Json::Array(_))
            | (Shape::Map(_) | Shape::Object(_), Json::Object(_))
    )
}
