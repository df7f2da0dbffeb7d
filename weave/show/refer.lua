-- Turns "[figure](#fig-bowl)" into "figure 1.4", with the address that it has in this output, and leads
-- "[the source](source:)" to the archive beside the pages or, elsewhere, to the book's address, if it has one.

local press = require "press"
local labels = require "labels"

-- On pages a part's own id is its page; in the EPUB and on paper the whole book is one text.
local function address(label, id, given)
  if given.to ~= "html" then return "#" .. id end
  if label.kind == "chapter" or label.kind == "appendix" then return press.page(label.stem) end
  return (label.stem == given.stem and "" or press.page(label.stem)) .. "#" .. id
end

return function(document, given)
  return document:walk { Link = function(link)
    if link.target == "source:" then
      local leads_to = given.to == "html" and given.name .. ".zip" or labels.book().address
      return leads_to and pandoc.Link(link.content, leads_to) or link.content
    end
    local label, id = labels.of(link.target:match("^#(.+)$"))
    if not label then return nil end -- it leaves the book, or was made by shape
    local word = pandoc.utils.stringify(link.content)
    if labels.kind_named(word) then
      local number = label.kind == "equation" and "(" .. label.number .. ")" or label.number
      if number == "" then number = "“" .. label.title .. "”" end
      link.content = word .. "\u{a0}" .. number
    end
    link.target = address(label, id, given)
    return link
  end }
end
