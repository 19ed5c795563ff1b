/**
 * Whether rich text fits a ProseMirror schema, judged piece by piece: which node may stand in which, which marks and
 * attributes it may have. Pure.
 *
 * How many children a node needs, or in which order, is left out on purpose: two people's edits, each in order, can merge
 * into an empty list, and nobody may be refused for that. What is judged here stays true however edits merge. Editors and
 * the projection leave out nodes that merged badly.
 */
import type { ContentMatch, MarkType, NodeType, Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import { limits } from "../limits";
import type { SharedType } from "./shared-type";

const longestAttribute = 256;

export interface Shape {
  /** The type of the fragment itself. */
  root: NodeType;
  /** Whether a mark of this name may have this value; null takes the mark away. */
  allowsMark(name: string, value: unknown): boolean;
  /** The node type of this name, or null. */
  node(name: string): NodeType | null;
  /** Whether `child` may stand somewhere in `parent`. */
  allowsChild(parent: NodeType, child: NodeType): boolean;
  allowsAttribute(node: NodeType, name: string, value: unknown): boolean;
}

export function shapeOf(schema: Schema): Shape {
  const nodes = new Map(Object.entries(schema.nodes));
  const marks = new Map(Object.entries(schema.marks));
  const children = new Map([...nodes.values()].map((type) => [type, childTypes(type.contentMatch)]));
  return {
    root: schema.topNodeType,
    node: (name) => nodes.get(name) ?? null,
    allowsMark(name, value) {
      const type = marks.get(name);
      return type !== undefined && (value === null || isValidMark(type, value));
    },
    allowsChild: (parent, child) => children.get(parent)?.has(child) ?? false,
    allowsAttribute: (node, name, value) => isValidAttribute(node.spec.attrs?.[name], value),
  };
}

function childTypes(start: ContentMatch): Set<NodeType> {
  const found = new Set<NodeType>();
  const seen = new Set<ContentMatch>();
  const waiting = [start];
  for (let match = waiting.pop(); match; match = waiting.pop()) {
    if (seen.has(match)) continue;
    seen.add(match);
    for (let i = 0; i < match.edgeCount; i += 1) {
      const { type, next } = match.edge(i);
      found.add(type);
      waiting.push(next);
    }
  }
  return found;
}

function isValidMark(type: MarkType, value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const attributes = type.spec.attrs ?? {};
  const given = new Map(Object.entries(value));
  return (
    [...given.keys()].every((name) => Object.hasOwn(attributes, name)) &&
    Object.entries(attributes).every(([name, spec]) =>
      isValidAttribute(spec, given.has(name) ? given.get(name) : spec.default),
    )
  );
}

function isValidAttribute(spec: NonNullable<NodeType["spec"]["attrs"]>[string] | undefined, value: unknown): boolean {
  if (!spec) return false;
  if (typeof spec.validate === "function") {
    try {
      spec.validate(value);
      return true;
    } catch {
      return false;
    }
  }
  if (typeof value === "string") return value.length <= longestAttribute;
  return value === null || typeof value === "boolean" || Number.isFinite(value);
}

/** What was looked at, and what is wrong with it: null when nothing. */
export interface Inspection {
  misfit: string | null;
  /** Every element that is new or whose attributes or children changed. */
  elements: Y.XmlElement[];
}

const notText = "it holds something that is no text";

/**
 * Inspects what changed in a fragment.
 *
 * @param root the fragment
 * @param changed the types in it (itself included) whose children or attributes changed; deleted ones are passed over
 * @param isNew whether an item came with the change; what is new is inspected down to its leaves
 */
export function inspect(
  shape: Shape,
  root: Y.XmlFragment,
  changed: Iterable<SharedType>,
  isNew: (item: Y.Item) => boolean,
): Inspection {
  const elements: Y.XmlElement[] = [];

  function misfitOfElement(element: Y.XmlElement, type: NodeType, depth: number): string | null {
    elements.push(element);
    const wrong = Object.entries(element.getAttributes()).find(
      ([name, value]) => !shape.allowsAttribute(type, name, value),
    );
    return wrong ? `a ${type.name} can't have this ${wrong[0]}` : misfitOfChildren(element, type, depth);
  }

  function misfitOfChildren(parent: Y.XmlFragment, type: NodeType, depth: number): string | null {
    if (depth > limits.depth) return "it nests too deeply";
    for (const item of Y.getTypeChildren(parent)) {
      const misfit = item.deleted || !isNew(item) ? null : misfitOfChild(item.content, type, depth + 1);
      if (misfit) return misfit;
    }
    return null;
  }

  function misfitOfChild(content: Y.Item["content"], parent: NodeType, depth: number): string | null {
    const child = content instanceof Y.ContentType ? content.type : null;
    if (child instanceof Y.XmlText) return misfitOfText(child, parent);
    if (!(child instanceof Y.XmlElement)) return notText;
    const type = shape.node(child.nodeName);
    return type && shape.allowsChild(parent, type)
      ? misfitOfElement(child, type, depth)
      : `a ${child.nodeName} can't stand in a ${parent.name}`;
  }

  function misfitOf(type: SharedType): string | null {
    const depth = depthOf(type, root);
    if (depth === null) return null;
    if (type === root) return misfitOfChildren(root, shape.root, depth);
    const parent = type.parent === root ? shape.root : nodeTypeOf(shape, type.parent);
    if (type instanceof Y.XmlText && parent) return misfitOfText(type, parent);
    const own = nodeTypeOf(shape, type);
    return type instanceof Y.XmlElement && own ? misfitOfElement(type, own, depth) : notText;
  }

  if (root._map.size > 0) return { misfit: "a text has no attributes", elements };
  for (const type of changed) {
    const misfit = misfitOf(type);
    if (misfit) return { misfit, elements };
  }
  return { misfit: null, elements };
}

function nodeTypeOf(shape: Shape, type: SharedType | null): NodeType | null {
  return type instanceof Y.XmlElement ? shape.node(type.nodeName) : null;
}

/** What is wrong with a stretch of words in a node of type `parent`. */
function misfitOfText(text: Y.XmlText, parent: NodeType): string | null {
  if (!parent.inlineContent) return `words can't stand directly in a ${parent.name}`;
  if (text._map.size > 0) return "words have no attributes";
  for (const { content, deleted } of Y.getTypeChildren(text)) {
    if (deleted || content instanceof Y.ContentString) continue;
    if (!(content instanceof Y.ContentFormat)) return "only words can stand among words";
    const mark = parent.schema.marks[content.key];
    if (content.value !== null && !(mark && parent.allowsMarkType(mark)))
      return `words in a ${parent.name} can't be ${content.key}`;
  }
  return null;
}

/** How deep `type` stands in `root`; null when it or something around it was deleted. */
function depthOf(type: SharedType, root: Y.XmlFragment): number | null {
  let depth = 0;
  for (let at: SharedType | null = type; at && at !== root; at = at.parent) {
    if (at._item?.deleted) return null;
    depth += 1;
  }
  return root._item?.deleted ? null : depth;
}
