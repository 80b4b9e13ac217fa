// The products table: what rooms are about.
import { z } from 'zod';
import { type Product, productSchema } from '../../shared/model/room.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

/** Makes a product known; a name that is more than the id replaces one that was not. */
export function saveProduct(store: Store, product: Product): void {
  statement(
    store,
    `INSERT INTO products (id, name) VALUES (@id, @name)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE products.name = products.id`,
  ).run(product);
}

export function findProductByName(store: Store, name: string): Product | null {
  const row = statement(store, 'SELECT id, name FROM products WHERE name = ? COLLATE NOCASE').get(name);
  return row === undefined ? null : productSchema.parse(row);
}

export function listProducts(store: Store): Product[] {
  return z.array(productSchema).parse(statement(store, 'SELECT id, name FROM products ORDER BY name').all());
}
