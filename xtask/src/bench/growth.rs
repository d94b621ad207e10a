//! What one more type of message costs: a copy of the crate is generated with more and more of them.

use std::{error::Error, fmt::Write as _, fs, process::ExitCode};

use serde_json::{Value, json};

use super::{
    compile, page,
    program::{Program, Took},
};
use crate::{codegen, root};

/// How many types are added: the documents have eleven.
const ADDED: [usize; 4] = [0, 11, 22, 33];

/// The type that is added again and again, each time with another tag and another name of one field.
const MODEL: &str = "ReasoningMessage";
const UNION: &str = "LettaMessage";
const FIELD: &str = "reasoning";

const COMMANDS: [&[&str]; 3] = [&["check"], &["build"], &["build", "--release"]];

#[derive(clap::Args)]
pub(super) struct Args {
    /// How often each is compiled; the least time counts.
    #[arg(long, default_value_t = 2)]
    rounds: u32,

    /// Put the table into BENCHMARKS.md.
    #[arg(long)]
    write: bool,
}

/// What so many types cost.
#[derive(Clone, Copy)]
struct Cost {
    took: [Took; COMMANDS.len()],
    bytes: u64,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let folder = root().join("target/bench/growth");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let program = Program::with_copy(&folder, compile::OURS)?;
    program.write_source(1)?;
    fs::create_dir_all(folder.join("schema"))?;
    for entry in fs::read_dir(root().join("schema"))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join("schema").join(entry.file_name()))?;
    }
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
    let table = table(&costs.into_iter().flatten().collect::<Vec<_>>());
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

fn table(costs: &[Cost]) -> String {
    let mut text = String::from("| message types |");
    for command in COMMANDS {
        let _ = write!(text, " `cargo {}` |", command.join(" "));
    }
    text.push_str(" program |\n|---:|---:|---:|---:|---:|\n");
    for (added, cost) in ADDED.iter().zip(costs) {
        let _ = write!(text, "| {} |", ADDED[1] + added);
        for took in cost.took {
            let _ = write!(text, " {:.2} s |", took.seconds());
        }
        let _ = writeln!(text, " {} KB |", cost.bytes / 1000);
    }
    text
}
