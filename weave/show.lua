-- The second pass: woven parts in, and out come a page of the HTML book (`to` is html in the metadata), a
-- part as LaTeX (tex), or the EPUB (epub, all parts at once). The part's stem is in the metadata field
-- `stem`.

local folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")
package.path = folder .. "?.lua;" .. folder .. "lib/?.lua;" .. package.path
local press = require "press"
local labels = require "labels"

-- What is done to a text, in this order. Hints and solutions are folded away where they belong (here), or
-- stand in an appendix (away).
local outputs = {
  html = { folds = "here", steps = { "shape", "refer", "formula", "page", "html" } },
  epub = { folds = "away", steps = { "shape", "refer", "formula", "epub", "html" } },
  tex = { folds = "away", steps = { "shape", "refer", "tex" } },
}

function Pandoc(document)
  local to = pandoc.utils.stringify(document.meta.to)
  local stem = pandoc.utils.stringify(document.meta.stem)
  local given = { to = to, folds = outputs[to].folds, stem = stem }
  -- What the book is called among files, and whether PDF and EPUB are beside the pages.
  given.name = pandoc.utils.stringify(document.meta.name or "")
  given.editions = document.meta.editions ~= nil
  given.part, given.index = labels.part(stem)
  document.meta = {}
  for _, step in ipairs(outputs[to].steps) do
    document = require("show." .. step)(document, given)
  end
  press.stop_if_faulty()
  return document
end
