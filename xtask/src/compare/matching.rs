//! Which type of a source is which of the schema's, where neither place nor name tells.

use std::{cmp::Reverse, collections::HashSet};

use super::facts::{Facts, Field, Shape, TypeId, Union};

/// Two sources to be held against each other.
#[derive(Clone, Copy)]
pub(super) struct Matching<'a> {
    pub(super) said: &'a Facts,
    pub(super) ours: &'a Facts,
}

impl Matching<'_> {
    /// The types of the schema that have one of these names.
    pub(super) fn candidates(self, names: &[String]) -> Vec<TypeId> {
        let all = self.ours.named.iter().copied();
        all.filter(|id| shares(&self.ours.ty(*id).names, names))
            .collect()
    }

    /// The arm that a type corresponds to, and the index of the union's own arm that it is or is within.
    pub(super) fn arm(self, said: TypeId, union: &Union) -> Option<(usize, TypeId)> {
        self.arms(&[said], union).pop().flatten()
    }

    /// The arms that types correspond to, each as [`arm`](Self::arm) has it. An object isn't two types.
    pub(super) fn arms(self, said: &[TypeId], union: &Union) -> Vec<Option<(usize, TypeId)>> {
        let mut scores = Vec::new();
        for (member, said) in said.iter().enumerate() {
            for (index, arm) in union.members.iter().enumerate() {
                let nested = match &self.ours.ty(*arm).shape {
                    Shape::Union(inner) => inner.members.as_slice(),
                    _ => &[],
                };
                for arm in [arm].into_iter().chain(nested) {
                    let score = self.score(*said, *arm, 0);
                    if score > 0 {
                        scores.push((score, member, index, *arm));
                    }
                }
            }
        }
        // The best first; the sort keeps the order of those that are equal.
        scores.sort_by_key(|(score, ..)| Reverse(*score));
        let mut arms = vec![None; said.len()];
        let mut taken = HashSet::new();
        for (_, member, index, arm) in scores {
            let is_object = matches!(self.ours.ty(arm).shape, Shape::Object(_));
            if arms[member].is_none() && !(is_object && taken.contains(&arm)) {
                arms[member] = Some((index, arm));
                taken.insert(arm);
            }
        }
        arms
    }

    /// The arm that a value of the tag leads to, as [`Matching::arm`] tells it.
    pub(super) fn arm_of_tag(self, text: &str, union: &Union) -> Option<(usize, TypeId)> {
        let nested = |id: TypeId| match &self.ours.ty(id).shape {
            Shape::Union(inner) => inner.members.as_slice(),
            _ => &[],
        };
        let arms = union.members.iter().enumerate();
        let inner = arms
            .clone()
            .flat_map(|(index, id)| nested(*id).iter().map(move |id| (index, id)));
        let mut all = arms.chain(inner).map(|(index, id)| (index, *id));
        all.find(|(_, id)| match &self.ours.ty(*id).shape {
            Shape::Object(fields) => {
                tag(self.ours, fields, fields).is_some_and(|texts| texts.contains(&text))
            }
            _ => false,
        })
    }

    /// How well two types correspond; 0 if they don't.
    pub(super) fn score(self, said: TypeId, ours: TypeId, depth: usize) -> u32 {
        const DEEPEST: usize = 4;
        if depth > DEEPEST {
            return 1;
        }
        let (theirs, own) = (self.said.ty(said), self.ours.ty(ours));
        let name = if shares(&theirs.names, &own.names) {
            50
        } else {
            0
        };
        let rest = match (&theirs.shape, &own.shape) {
            (Shape::Unsaid(keys), Shape::Object(fields)) => {
                let known = keys
                    .iter()
                    .filter(|key| fields.iter().any(|own| own.key == **key));
                if known.count() == keys.len() { 10 } else { 0 }
            }
            (Shape::Unsaid(keys), _) => u32::from(keys.is_empty()),
            (Shape::Either(readings), _) => {
                let scores = readings.iter().map(|id| self.score(*id, ours, depth + 1));
                scores.max().unwrap_or(0)
            }
            (Shape::Union(one), _) if one.members.len() == 1 => {
                self.score(one.members[0], ours, depth + 1)
            }
            (Shape::Union(theirs), Shape::Union(union)) => {
                let scores = theirs.members.iter().map(|id| {
                    let arms = union.members.iter();
                    let scores = arms.map(|arm| self.score(*id, *arm, depth + 1));
                    scores.max().unwrap_or(0)
                });
                let (mut fit, mut count) = (0, 0);
                for score in scores {
                    fit += u32::from(score > 0);
                    count += 1;
                }
                if fit * 2 >= count {
                    10 + 10 * fit / count.max(1)
                } else {
                    0
                }
            }
            (_, Shape::Union(one)) if one.members.len() == 1 => {
                self.score(said, one.members[0], depth + 1)
            }
            (Shape::Any, Shape::Any)
            | (Shape::Boolean, Shape::Boolean)
            | (Shape::Number(_), Shape::Number(_))
            | (Shape::String(_), Shape::String(_))
            | (Shape::Map(_), Shape::Map(_)) => 10,
            (Shape::Array(theirs), Shape::Array(items)) => {
                match self.score(*theirs, *items, depth + 1) {
                    0 => 1,
                    score => 10 + score / 2,
                }
            }
            (Shape::Enum(theirs), Shape::Enum(values)) => {
                let known = theirs
                    .iter()
                    .filter(|value| values.iter().any(|own| own.text == value.text));
                u32::from(known.count() > 0) * 10
            }
            (Shape::Object(theirs), Shape::Object(fields)) => {
                let known = theirs
                    .iter()
                    .filter(|field| fields.iter().any(|own| own.key == field.key))
                    .count();
                let share = 10 * known / theirs.len().max(fields.len()).max(1);
                let share = u32::try_from(share).unwrap_or(0);
                let tags = (
                    tag(self.said, theirs, fields),
                    tag(self.ours, fields, fields),
                );
                match tags {
                    // A tag decides; where no arm has it, an equal name is the next best.
                    (Some(theirs), Some(own)) => {
                        let is_same = theirs.iter().any(|text| own.contains(text));
                        return if is_same { 100 + share } else { name / 5 };
                    }
                    _ if known > 0 && known * 2 >= theirs.len() => 10 + share,
                    _ => 0,
                }
            }
            _ => 0,
        };
        if rest == 0 { 0 } else { rest + name }
    }
}

/// The texts of an object's tag, by the key that the schema's object has it under.
fn tag<'a>(facts: &'a Facts, fields: &'a [Field], ours: &[Field]) -> Option<Vec<&'a str>> {
    let key = &ours.iter().find(|field| field.tag)?.key;
    let field = fields.iter().find(|field| field.key == *key)?;
    match &facts.ty(field.ty).shape {
        Shape::Enum(values) => Some(values.iter().map(|value| value.text.as_str()).collect()),
        _ => None,
    }
}

fn shares(names: &[String], others: &[String]) -> bool {
    names.iter().any(|name| others.contains(name))
}
