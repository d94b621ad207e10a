//! Unions, and what tells their members apart.

use std::collections::BTreeSet;

use super::{Diff, EXPLAIN, Name, Way};
use crate::compare::{
    describe::describe,
    facts::{Origin, Said, Shape, TypeId, Union},
    findings::Kind,
};

impl Diff<'_> {
    /// What isn't a union in the source, and is one in the schema.
    pub(super) fn one_of(
        &mut self,
        said: TypeId,
        ours: TypeId,
        union: &Union,
        way: &Way,
        (origin, place): (&Origin, &Origin),
    ) {
        let Some((index, arm)) = self.matching.arm(said, union) else {
            self.other_type(said, ours, (origin, place), way);
            return;
        };
        let at = self.ours.ty(ours).at.clone();
        self.out.seen.members.insert(member(&at, index));
        // A union of objects that has one member shows as that: the rest is what the source doesn't have.
        let is_object = matches!(self.said.ty(said).shape, Shape::Object(_));
        if is_object && union.tag != Said::No {
            self.absent(union, &at, &BTreeSet::from([index]));
        } else {
            self.wider(said, ours, (origin, place), way);
        }
        self.ty(said, arm, way, (origin, place));
    }

    /// Notes the arms that a source doesn't have.
    fn absent(&mut self, union: &Union, at: &Origin, met: &BTreeSet<usize>) {
        for (index, arm) in union.members.iter().enumerate() {
            if !met.contains(&index) {
                let name = describe(self.ours, *arm);
                let text = format!("member {name} isn't in the document");
                self.note(&member(at, index), text);
            }
        }
    }

    pub(super) fn union(&mut self, said: &Union, ours: &Union, at: (&Origin, &Origin), way: &Way) {
        self.told_apart(said, ours, at, way);
        let mut met = BTreeSet::new();
        let arms = self.matching.arms(&said.members, ours);
        for (theirs, arm) in said.members.iter().zip(arms) {
            let Some((index, arm)) = arm else {
                let ty = self.said.ty(*theirs);
                let name = describe(self.said, *theirs);
                self.find_named(
                    Kind::Member,
                    Name::Missing(name.trim_matches('`')),
                    way,
                    (&ty.at, at.1.at("anyOf").at("-")),
                    format!("the schema has no member that is {name}"),
                    format!("define it and add it to `anyOf`, {EXPLAIN}"),
                );
                continue;
            };
            met.insert(index);
            self.out.seen.members.insert(member(at.1, index));
            let place = member(at.1, index);
            self.ty(*theirs, arm, way, (&self.said.ty(*theirs).at, &place));
        }
        if said.hidden == 0 {
            self.absent(ours, at.1, &met);
        }
    }

    /// The tag, and what its values mean.
    pub(super) fn told_apart(
        &mut self,
        said: &Union,
        ours: &Union,
        at: (&Origin, &Origin),
        way: &Way,
    ) {
        if let (Said::Yes(theirs), own) = (&said.tag, &ours.tag) {
            if *own != Said::Yes(theirs.clone()) {
                self.find(
                    Kind::Discriminator,
                    way,
                    (at.0, at.1.at("x-letta-tag")),
                    format!("documented discriminator `{theirs}`"),
                    format!("say it as `x-letta-tag`, {EXPLAIN}"),
                );
            }
        }
        for theirs in &said.mapping {
            let own = self.matching.arm_of_tag(&theirs.text, ours);
            let arm = self.matching.arm(theirs.ty, ours);
            let name = describe(self.said, theirs.ty);
            let (place, difference) = match (own, arm) {
                (Some(own), Some(arm)) if own == arm => continue,
                // It has been found as a member that the schema lacks.
                (None, None) if said.members.contains(&theirs.ty) => continue,
                (Some((index, own)), _) => (
                    member(at.1, index),
                    format!(
                        "documented tag \"{}\" means {name}, in the schema {}",
                        theirs.text,
                        describe(self.ours, own)
                    ),
                ),
                (None, _) => (
                    at.1.at("anyOf"),
                    format!(
                        "documented tag \"{}\" means {name}, in the schema nothing",
                        theirs.text
                    ),
                ),
            };
            self.find_named(
                Kind::Discriminator,
                Name::Known(&theirs.text),
                way,
                (&theirs.at, place),
                difference,
                format!("correct the tag of the member, {EXPLAIN}"),
            );
        }
    }
}

fn member(union: &Origin, index: usize) -> Origin {
    union.at("anyOf").at(&index.to_string())
}
