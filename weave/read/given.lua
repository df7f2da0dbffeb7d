return function(blocks) return blocks end
