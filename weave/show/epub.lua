-- What the EPUB says of itself.

local press = require "press"
local labels = require "labels"

return function(document)
  document.meta = labels.book()
  document.meta.identifier = "urn:book:" .. labels.book().title:lower():gsub("%W+", "-")
  document.meta.depends = press.out .. "/book.epub"
  return document
end
