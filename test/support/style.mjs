// Stands in for style sheets, which say nothing to a test.
export default {};
