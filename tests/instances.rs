//! Whatever the schema takes is read as the type that the definition names, and what is written is of
//! the schema, equal to what the schema says it becomes, and holds all that went in.
//!
//! `PROPTEST_CASES=100000 cargo test -p letta-types-tests --test instances` takes its time and other
//! values than every run before; `PROPTEST_RNG_SEED` makes it the same values again.

#[path = "support/instances/strategy.rs"]
mod strategy;
#[path = "support/instances/validators.rs"]
mod validators;

use std::collections::BTreeSet;

use proptest::test_runner::{TestCaseError, TestError};
use support::{
    Form, Schema,
    instances::{
        Faults, Instance,
        compare::{holds, same},
        coverage, enumerate, reference,
    },
    round_trip,
    text::unknowns,
};
use validators::Validators;

/// What all checks ask.
struct Proof {
    schema: Schema,
    validators: Validators,
}

impl Proof {
    fn new() -> Self {
        Self {
            schema: Schema::bundled(),
            validators: Validators::bundled(),
        }
    }

    /// What is wrong with how an instance is read and written.
    fn check(&self, instance: &Instance) -> Result<(), String> {
        let Instance {
            type_name,
            document,
        } = instance;
        let value = document.value();
        let given = self.validators.accept(type_name, &value);
        ensure(given, || "the instance isn't of the schema".to_owned())?;

        let read = round_trip(Form::One, type_name, &document.to_string())
            .map_err(|error| format!("refused: {error}"))?;
        let written = read.written;
        let expected = self.schema.canonical(&reference(type_name), &value);
        ensure(same(&written, &expected), || {
            format!("wrote {written}\nand not {expected}")
        })?;
        ensure(holds(&written, &value), || format!("lost by {written}"))?;
        let given = self.validators.accept(type_name, &written);
        ensure(given, || {
            format!("wrote what isn't of the schema: {written}")
        })?;

        let unknown = self.schema.unknowns(&reference(type_name), &value);
        ensure(unknowns(&read.debug) == unknown, || {
            format!("{unknown} unknown: {}", read.debug)
        })
    }
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

#[test]
fn every_arm_value_and_field_comes_back() {
    let proof = Proof::new();
    let instances = enumerate::all(&proof.schema);
    let mut faults = Faults::default();
    for instance in &instances {
        if let Err(wrong) = proof.check(instance) {
            faults.add(&instance.type_name, &instance.document, &wrong);
        }
    }
    println!("{} instances", instances.len());
    faults.assert_none();
    assert!(
        instances.len() > 5_000,
        "only {} instances",
        instances.len()
    );
}

/// The enumeration reaches every field absent, `null` and present, every enum value and every arm.
#[test]
fn nothing_is_left_out() {
    let schema = Schema::bundled();
    let reached: BTreeSet<String> = enumerate::all(&schema)
        .iter()
        .flat_map(|instance| coverage::reached(&schema, instance))
        .collect();
    let expected = coverage::expected(&schema);
    let missed: Vec<&String> = expected.difference(&reached).collect();
    assert!(missed.is_empty(), "never reached: {missed:?}");
    println!("{} states of fields, values and arms", expected.len());
    assert!(expected.len() > 700, "only {} expected", expected.len());
}

#[test]
fn random_instances_come_back() {
    let proof = Proof::new();
    let result = strategy::runner(500).run(&strategy::instances(&proof.schema), |instance| {
        proof.check(&instance).map_err(TestCaseError::fail)
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(why, instance)) => {
            panic!("{} from {}\n{why}", instance.type_name, instance.document)
        }
        Err(abort) => panic!("{abort}"),
    }
}
