//! Whatever is one step away from the schema is refused or kept, as the wire rules say: what is
//! written, and what an error says.
//!
//! `PROPTEST_CASES=100000 cargo test -p letta-types-tests --test mutants` takes its time and other
//! values than every run before; `PROPTEST_RNG_SEED` makes it the same values again.

#[path = "support/instances/strategy.rs"]
mod strategy;
#[path = "support/instances/validators.rs"]
mod validators;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashSet},
    fmt::Debug,
    fs, thread,
};

use proptest::{
    prelude::{Strategy, any},
    sample::Index,
    test_runner::{TestCaseError, TestError},
};
use serde_json::Value;
use support::{
    Schema,
    fixtures::{self, parse},
    instances::{Document, Faults, compare::same, enumerate},
    mutants::{Fault, Lenience, Strictness, Verdict, judge, mutations},
    read,
    text::TagPosition,
};
use validators::Validators;

/// What all checks ask, and what they have met.
struct Proof {
    schema: Schema,
    validators: Validators,
    met: RefCell<Met>,
}

/// How often each outcome and each deviation from JSON Schema was met.
#[derive(Default)]
struct Met {
    accepted: usize,
    refused: usize,
    leniences: BTreeMap<Lenience, usize>,
    strictnesses: BTreeMap<Strictness, usize>,
}

impl Proof {
    fn new() -> Self {
        Self {
            schema: Schema::bundled(),
            validators: Validators::bundled(),
            met: RefCell::default(),
        }
    }

    /// What is wrong with what becomes of a document, of which the text is given as well.
    fn check(&self, type_name: &str, document: &Document, text: &str) -> Result<(), String> {
        let read = read(type_name, text).map_err(|error| error.to_string());
        let is_of_schema = self.validators.accept(type_name, &parse(type_name, text));
        match (judge(&self.schema, type_name, document), read) {
            (Verdict::Accepted { written, leniences }, Ok(found)) => {
                self.met.borrow_mut().accepted += 1;
                self.explain_acceptance(is_of_schema, &leniences)?;
                self.check_written(type_name, &written, &found, &leniences)
            }
            (Verdict::Refused(faults), Err(error)) => {
                self.met.borrow_mut().refused += 1;
                self.explain_refusal(is_of_schema, &faults)?;
                check_error(&faults, &error)
            }
            (Verdict::Accepted { .. }, Err(error)) => Err(format!("refused: {error}")),
            (Verdict::Refused(faults), Ok(found)) => Err(format!(
                "accepted in spite of {faults:?}, and wrote {found}"
            )),
        }
    }

    fn check_written(
        &self,
        type_name: &str,
        expected: &Value,
        found: &Value,
        leniences: &BTreeSet<Lenience>,
    ) -> Result<(), String> {
        if !same(expected, found) {
            return Err(format!("wrote {found}\nand not {expected}"));
        }
        let may_be_invalid = leniences.iter().any(|lenience| lenience.stays());
        if may_be_invalid || self.validators.accept(type_name, found) {
            Ok(())
        } else {
            Err(format!("wrote what isn't of the schema: {found}"))
        }
    }

    /// Whether it is known why a document is accepted that JSON Schema refuses.
    fn explain_acceptance(
        &self,
        is_of_schema: bool,
        leniences: &BTreeSet<Lenience>,
    ) -> Result<(), String> {
        if is_of_schema {
            return Ok(());
        }
        if leniences.is_empty() {
            return Err("JSON Schema refuses it, and there is no reason not to".to_owned());
        }
        if leniences.len() == 1 {
            count(&mut self.met.borrow_mut().leniences, leniences);
        }
        Ok(())
    }

    /// Whether it is known why a document is refused that JSON Schema accepts.
    fn explain_refusal(&self, is_of_schema: bool, faults: &[Fault]) -> Result<(), String> {
        if !is_of_schema {
            return Ok(());
        }
        let reasons: BTreeSet<_> = faults.iter().filter_map(Fault::strictness).collect();
        if reasons.is_empty() {
            return Err(format!("JSON Schema accepts it in spite of {faults:?}"));
        }
        if reasons.len() == 1 {
            count(&mut self.met.borrow_mut().strictnesses, &reasons);
        }
        Ok(())
    }
}

impl Met {
    fn add(&mut self, other: Self) {
        self.accepted += other.accepted;
        self.refused += other.refused;
        for (lenience, times) in other.leniences {
            *self.leniences.entry(lenience).or_default() += times;
        }
        for (strictness, times) in other.strictnesses {
            *self.strictnesses.entry(strictness).or_default() += times;
        }
    }
}

fn count<T: Copy + Ord>(counts: &mut BTreeMap<T, usize>, met: &BTreeSet<T>) {
    for one in met {
        *counts.entry(*one).or_default() += 1;
    }
}

/// Whether an error says all that it should of one of the faults.
fn check_error(faults: &[Fault], error: &str) -> Result<(), String> {
    let unsaid: Vec<Vec<String>> = faults.iter().map(|fault| fault.unsaid_by(error)).collect();
    if unsaid.iter().any(Vec::is_empty) {
        Ok(())
    } else {
        Err(format!("the error doesn't say {unsaid:?}: {error}"))
    }
}

/// Every step away from the smallest and fullest instances of each arm, with the tags at either end: if
/// they are at the end, a union learns late what it reads.
#[test]
fn every_step_away_is_refused_or_kept() {
    let last = thread::spawn(|| run(TagPosition::Last));
    let (mut met, mut faults) = run(TagPosition::First);
    let (more_met, more_faults) = last.join().expect("the other half ends");
    met.add(more_met);
    faults.extend(more_faults);

    println!("{} mutants accepted, {} refused", met.accepted, met.refused);
    faults.assert_none();
    assert!(met.accepted > 25_000, "only {} accepted", met.accepted);
    assert!(met.refused > 50_000, "only {} refused", met.refused);
    assert_all_met("accepted", Lenience::ALL, &met.leniences, Lenience::reason);
    assert_all_met(
        "refused",
        Strictness::ALL,
        &met.strictnesses,
        Strictness::reason,
    );
}

fn run(position: TagPosition) -> (Met, Faults) {
    let proof = Proof::new();
    let mut faults = Faults::default();
    for instance in enumerate::few(&proof.schema) {
        let document = instance.document.clone().with_tags(position);
        if position == TagPosition::Last
            && document == instance.document.with_tags(TagPosition::First)
        {
            continue;
        }
        let type_name = &instance.type_name;
        // Different steps lead to the same place.
        let mut known = HashSet::new();
        for mutation in mutations(&proof.schema, type_name, &document) {
            let mutant = mutation.of(&document);
            let text = mutant.to_string();
            if known.contains(&text) {
                continue;
            }
            if let Err(wrong) = proof.check(type_name, &mutant, &text) {
                faults.add(type_name, &mutant, &wrong);
            }
            known.insert(text);
        }
    }
    (proof.met.into_inner(), faults)
}

/// A deviation from JSON Schema that never occurs isn't one.
fn assert_all_met<T: Copy + Ord + Debug>(
    verdict: &str,
    all: &[T],
    met: &BTreeMap<T, usize>,
    reason: fn(T) -> &'static str,
) {
    for one in all {
        let times = met.get(one).copied().unwrap_or_default();
        println!(
            "{verdict} {times} times unlike JSON Schema: {}",
            reason(*one)
        );
        assert!(times > 0, "{one:?} never occurs: {}", reason(*one));
    }
}

#[test]
fn random_steps_away_are_refused_or_kept() {
    let proof = Proof::new();
    let steps = (strategy::instances(&proof.schema), any::<Index>());
    let mutants = steps.prop_map(|(instance, step)| {
        let mutations = mutations(&Schema::bundled(), &instance.type_name, &instance.document);
        let mutant = mutations[step.index(mutations.len())].of(&instance.document);
        (instance.type_name, mutant)
    });
    let result = strategy::runner(500).run(&mutants, |(type_name, mutant)| {
        proof
            .check(&type_name, &mutant, &mutant.to_string())
            .map_err(TestCaseError::fail)
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(why, (type_name, mutant))) => {
            panic!("{type_name} from {mutant}\n{why}")
        }
        Err(abort) => panic!("{abort}"),
    }
}

/// Inputs that found a fault, by these tests or otherwise: each with the type that reads it, and what is
/// written or what the error must say. Some hold `without` a feature of `serde_json`.
#[test]
fn inputs_that_found_a_fault_do_as_they_should() {
    let folder = fixtures::folder().join("found");
    let entries = fs::read_dir(folder).expect("the folder of found inputs is readable");
    let mut files = 0;
    let mut wrong = Vec::new();
    for entry in entries {
        let path = entry.expect("a folder's entry is readable").path();
        let text = fs::read_to_string(&path).expect("a found input is readable");
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        wrong.extend(
            check_found(&parse(&name, &text))
                .map_err(|wrong| format!("{name}: {wrong}"))
                .err(),
        );
        files += 1;
    }
    assert!(files >= 10, "only {files} files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_found(case: &Value) -> Result<(), String> {
    if cfg!(feature = "arbitrary_precision") && case["without"] == "arbitrary_precision" {
        return Ok(());
    }
    let [type_name, text] = ["type", "text"].map(|key| case[key].as_str().expect("a text"));
    match (read(type_name, text), case["words"].as_array()) {
        (Ok(written), None) if same(&written, &case["written"]) => Ok(()),
        (Ok(written), _) => Err(format!("wrote {written}")),
        (Err(error), Some(words)) => {
            let error = error.to_string();
            let mut words = words.iter().filter_map(Value::as_str);
            match words.find(|word| !error.contains(word)) {
                Some(word) => Err(format!("the error doesn't say {word:?}: {error}")),
                None => Ok(()),
            }
        }
        (Err(error), None) => Err(format!("refused: {error}")),
    }
}
