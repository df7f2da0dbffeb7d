-- The ledger: after the book is woven, checks what only the whole book can show, and prints its counts. Run
-- by pandoc on nothing; each promise is a line that begins with "ok" or "FAIL", its faults indented below.

local folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")
package.path = folder .. "?.lua;" .. folder .. "lib/?.lua;" .. package.path
local press = require "press"
local lines = require "ledger.lines"
local notation = require "ledger.notation"
local states = require "ledger.states"
local uses = require "ledger.uses"

-- The notebook's errors, as many as the preface counts.
local errors = 27

-- What looks, what is wrong if it tells faults, and what holds if not.
local promises = {
  { lines.check, "every line of C is printed once, in its file's order",
    "{lines line} of C in {files file}, printed once and in order by {listings listing}" },
  { states, "after every listing, what has been typed so far compiles",
    "{states state} of the reader's files compiled by {compilers} ({anew} compilations new); "
    .. "{programs program} linked" },
  { uses.values, "every value that a run keeps is used",
    "{quoted computed value} quoted; {commands command} run" },
  { uses.given, "every given number stands where it is listed",
    "{numbers typed number}, each listed for the place where it stands" },
  { uses.figures, "every figure has its place in the text",
    "{figures figure} drawn from files of this build" },
  { uses.formulas, "every derivative of the book is tested",
    "{formulas formula} set on lines of their own; each of the {tests} derivatives is tested, by "
    .. "{named test}" },
  { notation.check, "every symbol of a formula is in the notation table, and every symbol there is used",
    "{symbols symbol} explained, and no other in a formula, exercises aside" },
  { uses.exercises, "every exercise is in its chapter", "{exercises exercise} with hint and solution" },
  { uses.corrections, "every error of the notebook is listed once and told in a chapter",
    "{corrections correction} of the notebook, each told in a note and settled in a section" },
  { uses.terms, "every term of the index is defined where the index says",
    "{terms term} in the index, each defined in its section" },
  { uses.sources, "every source is cited", "{entries source} cited" },
}

-- "{lines line}" is "1,234 lines" or "1 line".
local function filled(text, counts)
  return text:gsub("{(%w+) ?(.-)}", function(key, noun)
    local count = counts and counts[key] or uses.total(key)
    if noun == "" then return count end
    local digits = tostring(count):reverse():gsub("%d%d%d", "%0,"):reverse():gsub("^,", "")
    return digits .. " " .. noun .. (count == 1 and "" or "s")
  end)
end

function Pandoc()
  local failed = false
  for _, promise in ipairs(promises) do
    local check, wrong, holds = table.unpack(promise)
    local faults = ""
    local counts = check(function(...) faults = faults .. "\n       " .. string.format(...) end, errors)
    print(faults == "" and "ok   " .. filled(holds, counts) or "FAIL " .. wrong .. faults)
    failed = failed or faults ~= ""
  end
  press.stop_if_faulty()
  io.stdout:flush()
  if failed then os.exit(1) end
  return pandoc.Pandoc {}
end
