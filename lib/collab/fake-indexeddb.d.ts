/** The types that fake-indexeddb leaves out for its side-effect entry. */
declare module "fake-indexeddb/auto";
