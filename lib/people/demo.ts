/** The password of the demo's people. Everybody knows it, so the server lets them sign in only where lib/config says so. Pure. */
export const demoPassword = "rejoinder-demo";
