-- The first pass over one part of the book: chapters/NN.md in, and out comes build/weave/NN.json (woven, in
-- no format yet) with NN.facts (what the other parts and the ledger need to know). With `aids` in the
-- metadata, the part's hints and solutions are woven instead, as NN.aids, so that a change of one does not
-- weave the chapter again. Run by pandoc on nothing, from the root of the repository, with the part's stem in
-- the metadata field `stem`.

local folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")
package.path = folder .. "?.lua;" .. folder .. "lib/?.lua;" .. package.path
local press = require "press"
local kept = require "kept"
local sections = require "read.sections"

-- What is done to a text, in this order.
local steps = {
  "read.given",   -- numbers typed in the text are listed
  "read.block",   -- equations, figures, exercises, entries; nothing raw
  "read.value",   -- numbers of runs are put in and compared
  "read.listing", -- lines of C are fetched by name
  "read.console", -- commands are run
}
-- And when it is whole:
local last = {
  "read.number", -- ids and numbers
  "read.facts",  -- what others need to know
}

local function weave(text, piece, source)
  piece.source = source
  local document = sections.parse(text, piece)
  for _, step in ipairs(steps) do
    document.blocks = require(step)(document.blocks, piece)
  end
  return document
end

-- The hints and solutions of a chapter, each as a div that says whose it is.
local function weave_aids(piece)
  local blocks = pandoc.List()
  local rooms = press.glob("code/" .. piece.stem .. "/exercises/[0-9]*/")
  table.sort(rooms, function(a, b)
    return tonumber(a:match("(%d+)/$")) < tonumber(b:match("(%d+)/$"))
  end)
  for _, room in ipairs(rooms) do
    piece.exercise = room:match("([^/]+)/$")
    for _, kind in ipairs { "hint", "solution" } do
      local path = room .. kind .. ".md"
      local text = press.read(path)
      if text then
        local div = pandoc.Div(weave(text, piece, path).blocks, pandoc.Attr("", { "aid", kind },
          { exercise = piece.exercise, file = path }))
        if kind == "solution" and press.read(room .. "solution.c") then
          div.content:insert(pandoc.CodeBlock(press.read(room .. "solution.c"):gsub("\n$", ""),
            pandoc.Attr("", { "source" }, { file = room .. "solution.c" })))
        elseif kind == "solution" then
          press.fault(path, nil, "no file %ssolution.c", room)
        end
        blocks:insert(div)
      else
        press.fault(path, nil, "no such file")
      end
    end
  end
  return pandoc.Pandoc(blocks)
end

function Pandoc(nothing)
  local stem = pandoc.utils.stringify(nothing.meta.stem)
  local aids = nothing.meta.aids ~= nil
  local piece = { stem = stem, number = press.number(stem), name = stem .. (aids and ".aids" or ""),
    aids = aids }
  function piece.fault(needle, ...)
    press.fault(piece.source, needle, ...)
  end
  if not piece.number then
    press.fault("book.md", stem, "%s: expected a name such as 01-neuron or " .. "A-solutions", stem)
    press.stop_if_faulty()
  end
  local source = press.source(stem)
  local document = aids and weave_aids(piece) or weave(press.read(source) or "", piece, source)
  piece.source = source
  for _, step in ipairs(last) do
    document.blocks = require(step)(document.blocks, piece, document.meta)
  end
  press.stop_if_faulty()
  kept.sweep("read/" .. piece.name)
  kept.sweep("console/" .. piece.name)
  press.depends(press.out .. "/weave/" .. piece.name .. ".json")
  return pandoc.Pandoc(document.blocks, { stem = stem })
end
