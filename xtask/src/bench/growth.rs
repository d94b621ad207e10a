//! What one more type of message costs: a copy of the crate is generated with more and more of them.

use std::{error::Error, fmt::Write as _, fs, process::ExitCode};

use serde_json::{Value, json};

use super::{
    compile, page,
    program::{self, Program, Took},
};
use crate::{codegen, root};

/// How many types are added.
const ADDED: [usize; 4] = [0, 11, 22, 33];

/// The type that is added again and again, each time with another tag and another name of one field.
const MODEL: &str = "ReasoningMessage";
const UNION: &str = "LettaMessage";
const FIELD: &str = "reasoning";

const COMMANDS: [&[&str]; 3] = [&["check"], &["build"], &["build", "--release"]];

/// What so many types cost.
#[derive(Clone, Copy)]
struct Cost {
    took: [Took; COMMANDS.len()],
    bytes: u64,
}

pub(super) fn run(args: &compile::Args) -> Result<ExitCode, Box<dyn Error>> {
    let folder = program::folder("growth")?;
    let program = Program::with_copy(&folder, compile::OURS)?;
    program.write_source(1)?;
    program::copy_all(&root().join("schema"), &folder.join("schema"))?;
    let path = folder.join("schema/messages.json");
    let messages = fs::read_to_string(&path)?;
    // What the crate depends on isn't counted.
    for command in COMMANDS {
        program.cargo(command)?;
    }
    let mut costs: [Option<Cost>; ADDED.len()] = [None; ADDED.len()];
    for _ in 0..args.rounds.max(1) {
        // Downwards, so that the first isn't what has just been compiled.
        for (added, cost) in ADDED.iter().zip(&mut costs).rev() {
            fs::write(&path, grown(&messages, *added)?)?;
            codegen::write_all(&folder)?;
            let now = measured(&program)?;
            *cost = Some(cost.map_or(now, |before| before.least(now)));
        }
    }
    let documented = documented(&messages)?;
    let costs = ADDED.iter().zip(costs.into_iter().flatten());
    let table = table(costs.map(|(added, cost)| (documented + added, cost)));
    println!("{table}");
    if args.write {
        page::put("growth", &table)?;
        println!("the table is in BENCHMARKS.md");
    }
    fs::remove_dir_all(&folder)?;
    Ok(ExitCode::SUCCESS)
}

impl Cost {
    fn least(self, other: Self) -> Self {
        let mut took = self.took;
        for (one, other) in took.iter_mut().zip(other.took) {
            *one = one.least(other);
        }
        Self { took, ..self }
    }
}

fn measured(program: &Program) -> Result<Cost, Box<dyn Error>> {
    let [check, debug, release] = COMMANDS.map(|command| program.cargo(command));
    Ok(Cost {
        took: [check?, debug?, release?],
        bytes: fs::metadata(program.executable())?.len(),
    })
}

/// The schema of messages with more types.
fn grown(messages: &str, added: usize) -> Result<String, Box<dyn Error>> {
    let mut schema: Value = serde_json::from_str(messages)?;
    let model = schema["$defs"][MODEL].clone();
    for number in 1..=added {
        let name = format!("Further{number}Message");
        let mut definition = model.clone();
        let properties = definition["properties"]
            .as_object_mut()
            .ok_or("schema/messages.json: the type that is added has no properties")?;
        let field = properties.remove(FIELD).ok_or("no such field")?;
        let key = format!("further_{number}");
        definition["required"] = json!(["id", "date", key]);
        definition["properties"][&key] = field;
        definition["properties"]["message_type"]["const"] = format!("{key}_message").into();
        schema["$defs"][&name] = definition;
        schema["$defs"][UNION]["anyOf"]
            .as_array_mut()
            .ok_or("schema/messages.json: the union has no arms")?
            .push(json!({
                "description": "One more.",
                "$ref": format!("#/$defs/{name}"),
                "x-letta-variant": format!("Further{number}"),
            }));
    }
    Ok(serde_json::to_string_pretty(&schema)?)
}

/// How many types there are without those that are added.
fn documented(messages: &str) -> Result<usize, Box<dyn Error>> {
    let schema: Value = serde_json::from_str(messages)?;
    let arms = schema["$defs"][UNION]["anyOf"].as_array();
    Ok(arms.map_or(0, Vec::len))
}

fn table(costs: impl Iterator<Item = (usize, Cost)>) -> String {
    let mut text = String::from("| message types |");
    for command in COMMANDS {
        let _ = write!(text, " `cargo {}` |", command.join(" "));
    }
    text.push_str(" program |\n|---:|---:|---:|---:|---:|\n");
    for (types, cost) in costs {
        let _ = write!(text, "| {types} |");
        for took in cost.took {
            let _ = write!(text, " {:.2} s |", took.seconds());
        }
        let _ = writeln!(text, " {} KB |", cost.bytes / 1000);
    }
    text
}
