-- The first pass over one part of the book: from chapters/NN.md to build/weave/NN.json (woven, in no format
-- yet) and NN.facts (what the other parts and the ledger need to know). With `aids` in the metadata it weaves
-- the part's hints and solutions, as NN.aids, so that a change of one does not weave the chapter again. Run
-- by pandoc on nothing, from the root of the repository; the metadata field `stem` names the part.

local folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")
package.path = folder .. "?.lua;" .. folder .. "lib/?.lua;" .. package.path
local press = require "press"
local kept = require "kept"
local parse = require "read.sections"

-- What is done to each text, in this order.
local steps = {
  "read.known",   -- nothing is misspelt
  "read.given",   -- numbers typed in the text are listed
  "read.block",   -- equations, figures, exercises, entries; nothing raw
  "read.value",   -- numbers of runs are put in and compared
  "read.pairs",   -- lines of Python and of C are looked for in their files
  "read.listing", -- lines of C are fetched by name
  "read.console", -- commands are run
}
-- And to the whole:
local last = {
  "read.number", -- ids and numbers
  "read.facts",  -- what others need to know
}

local function weave(text, piece, source)
  piece.source = source
  local document = parse(text, piece.name)
  for _, step in ipairs(steps) do
    document.blocks = require(step)(document.blocks, piece)
  end
  return document
end

-- A hint or a solution, as a div that says whose it is.
local function aid(kind, room, piece)
  local path = room .. kind .. ".md"
  local text = press.read(path)
  if not text then press.fault(path, nil, "no such file") end
  return pandoc.Div(weave(text or "", piece, path).blocks,
    pandoc.Attr("", { "aid", kind }, { exercise = piece.exercise, file = path }))
end

local function weave_aids(piece)
  local blocks = pandoc.Blocks {}
  local rooms = press.glob("code/" .. piece.stem .. "/exercises/[0-9]*/")
  table.sort(rooms, function(a, b) return tonumber(a:match("(%d+)/$")) < tonumber(b:match("(%d+)/$")) end)
  for _, room in ipairs(rooms) do
    piece.exercise = room:match("([^/]+)/$")
    local hint, solution = aid("hint", room, piece), aid("solution", room, piece)
    local path = room .. "solution.c"
    local code = press.read(path)
    if not code then piece.fault(nil, "no file %s", path) end
    solution.content:insert(pandoc.CodeBlock((code or ""):gsub("\n$", ""),
      pandoc.Attr("", { "source" }, { file = path })))
    blocks:extend { hint, solution }
  end
  return pandoc.Pandoc(blocks)
end

function Pandoc(nothing)
  local stem = pandoc.utils.stringify(nothing.meta.stem)
  local aids = nothing.meta.aids ~= nil
  local piece = { stem = stem, aids = aids, name = stem .. (aids and ".aids" or ""), values = {},
    number = press.number(stem) }
  function piece.fault(needle, ...) press.fault(piece.source, needle, ...) end
  if not piece.number then
    press.fault("book.md", stem, "%s: expected a name such as 01-neuron or A-solutions", stem)
    press.stop_if_faulty()
  end
  local source = press.source(stem)
  local document = aids and weave_aids(piece) or weave(press.read(source) or "", piece, source)
  piece.source = source
  for _, step in ipairs(last) do
    document.blocks = require(step)(document.blocks, piece, document.meta)
  end
  kept.sweep("read/" .. piece.name)
  kept.sweep("console/" .. piece.name)
  press.depends(press.out .. "/weave/" .. piece.name .. ".json")
  return pandoc.Pandoc(document.blocks, { stem = stem })
end
